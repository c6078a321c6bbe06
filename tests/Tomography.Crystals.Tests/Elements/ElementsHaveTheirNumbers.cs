using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Crystals.Tests;

public class ElementsHaveTheirNumbers
{
    [Fact]
    public void Every_element_is_found_by_its_symbol_and_by_its_number()
    {
        ElementTable.All.Length.ShouldBe(103);
        foreach (var element in ElementTable.All)
        {
            ElementTable.BySymbol(element.Symbol).ShouldBeSameAs(element);
            ElementTable.ByNumber(element.AtomicNumber).ShouldBeSameAs(element);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("fe")]
    [InlineData("FE")]
    [InlineData("Xx")]
    [InlineData("Fex")]
    [InlineData("J")]
    [InlineData("é")]
    public void A_text_that_is_no_symbol_gives_null(string text) => ElementTable.BySymbol(text).ShouldBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(104)]
    public void A_number_beyond_the_table_gives_null(int number) => ElementTable.ByNumber(number).ShouldBeNull();

    [Fact]
    public void Iron_carries_its_facts()
    {
        var iron = ElementTable.BySymbol("Fe")!;
        iron.Name.ShouldBe("Iron");
        (iron.Group, iron.Period, iron.Block).ShouldBe((8, 4, 'd'));
        iron.OxidationStates.ShouldContain(3);
        iron.MassDalton.ShouldBe(55.845, 0.001);
        ElementTable.BySymbol("He")!.Electronegativity.ShouldBeNull();
    }

    [Fact]
    public void Built_in_features_equal_those_of_the_reference_implementation()
    {
        var compared = 0;
        foreach (var (number, row) in new GraphFixture("cgcnn-structure.json").ElementFeatures)
        {
            ElementFeatures.BuiltIn.Rows[number].ShouldBe(row);
            compared++;
        }

        compared.ShouldBe(11);
        ElementFeatures.BuiltIn.Length.ShouldBe(92);
        ElementFeatures.BuiltIn.Rows.Values.ShouldAllBe(r => r.Length == 92);
    }

    [Fact]
    public void An_atom_init_file_becomes_a_feature_table()
    {
        using var folder = new TemporaryFolder();
        var table = AtomInitFile.Read(folder.Write("atom_init.json", """{"1": [0, 1, 0.5], "26": [1, 0, -2]}"""));
        table.Length.ShouldBe(3);
        table.Rows[26].ShouldBe([1.0, 0, -2]);
        table.Rows.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"1": [0, 1], "2": [1]}""", "element 2 has 1 numbers where the elements before it have 2")]
    [InlineData("""{"iron": [0, 1]}""", "'iron' is not an atomic number")]
    [InlineData("""{"1": [0, "a"]}""", "'a' where a number was expected")]
    [InlineData("""{"1": 3}""", "element 1 has no list")]
    [InlineData("""[1]""", "expected an object")]
    [InlineData("{}", "no element has any number")]
    [InlineData("{", "not valid JSON")]
    public void A_malformed_atom_init_file_is_refused_with_the_place(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("atom_init.json", text);
        Should.Throw<FormatException>(() => AtomInitFile.Read(path)).Message.ShouldContain(expected);
    }
}
