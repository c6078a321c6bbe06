using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

public class SheetsHaveNamesThatExcelTakes
{
    [Theory]
    [InlineData("Edges structure", "Edges structure")]
    [InlineData("a[b]:c*d?e/f\\g", "a-b--c-d-e-f-g")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("", "Sheet")]
    [InlineData("Edges of a representation with a long name", "Edges of a representation with")]
    public void A_name_that_Excel_does_not_take_is_mended(string wanted, string name) => SheetName.Of(wanted, []).ShouldBe(name);

    [Fact]
    public void A_name_that_is_taken_gets_a_number()
    {
        SheetName.Of("Edges", ["edges"]).ShouldBe("Edges (2)");
        SheetName.Of("Edges", ["edges", "Edges (2)"]).ShouldBe("Edges (3)");
        SheetName.Of(new string('a', 40), [new string('a', 31)]).ShouldBe(new string('a', 27) + " (2)");
    }
}
