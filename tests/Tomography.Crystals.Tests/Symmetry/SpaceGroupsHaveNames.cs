using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class SpaceGroupsHaveNames
{
    [Fact]
    public void The_table_holds_the_530_settings_of_the_230_groups()
    {
        SpaceGroupTable.All.Length.ShouldBe(530);
        SpaceGroupTable.All.Select(s => s.Number).Distinct().ShouldBe(Enumerable.Range(1, 230));
        // Monoclinic groups have 3 axes, with 3 cells for 5 of them (12 for glide planes 9 and 15: 18).
        SpaceGroupTable.All.Count(s => s.Number <= 2).ShouldBe(2);
        SpaceGroupTable.All.Count(s => s.Number is > 2 and <= 15).ShouldBe(105);
        SpaceGroupTable.All.Count(s => s.Choice is "R" or "H").ShouldBe(14);
        SpaceGroupTable.All.Select(s => (s.Number, s.Choice)).Distinct().Count().ShouldBe(530);
    }

    [Fact]
    public void No_symbol_means_two_space_groups()
    {
        foreach (var setting in SpaceGroupTable.All)
            foreach (var symbol in setting.Others.Append(setting.Symbol))
                SpaceGroupTable.ByName(symbol).Select(s => s.Number).Distinct().ShouldBe([setting.Number], symbol);
    }

    [Fact]
    public void Every_setting_is_found_by_each_of_its_names()
    {
        foreach (var setting in SpaceGroupTable.All)
        {
            SpaceGroupTable.ByName(setting.Symbol).ShouldContain(setting);
            if (setting.Choice.Length > 0) SpaceGroupTable.ByName($"{setting.Symbol}:{setting.Choice}").ShouldContain(setting);
            OperationSet.AreSame(SpaceGroupTable.ByHall(setting.Hall)!.Operations.AsSpan(), setting.Operations.AsSpan()).ShouldBeTrue();
            SpaceGroupTable.ByNumber(setting.Number).ShouldContain(setting);
        }
    }

    [Theory]
    [InlineData("P 21/c", "14:b1 14:a3")]
    [InlineData("P2_1/c", "14:b1 14:a3")]
    [InlineData("P 1 21/c 1", "14:b1")]
    [InlineData("p121/n1", "14:b2")]
    [InlineData("C2:b1", "5:b1")]
    [InlineData("Cmca", "64:")]
    [InlineData("C m c e", "64:")]
    [InlineData("C 2/m 2/c 21/e", "64:")]
    [InlineData("F m 3 m", "225:")]
    [InlineData("F 4/m -3 2/m", "225:")]
    [InlineData("Fm-3m :1", "225:")]
    [InlineData("F d -3 m", "227:1 227:2")]
    [InlineData("F d -3 m Z", "227:2")]
    [InlineData("F d -3 m S", "227:1")]
    [InlineData("F d -3 m :1", "227:1")]
    [InlineData("F d -3 m {origin @ centre (-3m)}", "227:2")]
    [InlineData("F d -3 m (origin choice 2)", "227:2")]
    [InlineData("R -3 m", "166:H 166:R")]
    [InlineData("R -3 m :H", "166:H")]
    [InlineData("R-3mh", "166:H")]
    [InlineData("R -3 m R", "166:R")]
    [InlineData("P 2/m 2/m 2/m", "47:")]
    [InlineData("I 21/b 21/c 21/a", "73:")]
    [InlineData("P n c b :2", "50:2cab")]
    [InlineData("P b n m", "62:cab")]
    [InlineData("P2(1)/n", "14:b2 14:c2 14:a2")]
    [InlineData("P2~1~/n", "14:b2 14:c2 14:a2")]
    [InlineData("P 42/m m c S", "131:")]
    [InlineData("C m m e", "67:")]
    [InlineData("A e m m", "67:cab 67:-cba")]
    public void Symbols_are_found_however_they_are_written(string name, string settings) =>
        string.Join(' ', SpaceGroupTable.ByName(name).Select(s => $"{s.Number}:{s.Choice}")).ShouldBe(settings);

    [Theory]
    [InlineData("F 4/m m m")]
    [InlineData("P 21/q")]
    [InlineData("X4bm")]
    [InlineData("F d -3 m :3")]
    [InlineData("P 21 21 2 (a)")]
    [InlineData("")]
    public void A_symbol_that_is_not_in_the_tables_is_not_found(string name) => SpaceGroupTable.ByName(name).ShouldBeEmpty();

    [Theory]
    [InlineData("Oh^5", 225)]
    [InlineData("O_h^10", 230)]
    [InlineData("D2h.16", 62)]
    [InlineData("C2h^5", 14)]
    [InlineData("C1^1", 1)]
    [InlineData("Td^6", 220)]
    [InlineData("Th^7", 206)]
    [InlineData("C3i^2", 148)]
    [InlineData("D3h^4", 190)]
    [InlineData("Oh^11", null)]
    [InlineData("Xh^1", null)]
    [InlineData("Oh", null)]
    public void Schoenflies_symbols_tell_the_number(string symbol, int? number) => SchoenfliesSymbol.Number(symbol).ShouldBe(number);

    [Fact]
    public void The_32_Schoenflies_classes_hold_the_230_groups_each_of_one_crystal_class()
    {
        string[] classes =
        [
            "C1", "Ci", "C2", "Cs", "C2h", "D2", "C2v", "D2h", "C4", "S4", "C4h", "D4", "C4v", "D2d", "D4h", "C3", "C3i", "D3", "C3v",
            "D3d", "C6", "C3h", "C6h", "D6", "C6v", "D3h", "D6h", "T", "Th", "O", "Td", "Oh",
        ];
        var numbers = classes
            .Select(c => Enumerable.Range(1, 30).Select(k => SchoenfliesSymbol.Number($"{c}^{k}")).OfType<int>().ToArray());
        numbers.SelectMany(n => n).Order().ShouldBe(Enumerable.Range(1, 230));
        numbers
            .Select(n => n.Select(k => OperationSet.CrystalClass(SpaceGroupTable.ByNumber(k)[0].Operations.AsSpan())).Distinct().Single())
            .Distinct().Count().ShouldBe(32);
    }
}
