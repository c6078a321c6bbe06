using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class HallSymbolsGenerateGroups
{
    // Orders of the point groups of numbers up to each bound, from the tables of the 32 crystal classes.
    private static readonly (int LastNumber, int Order)[] s_pointGroups =
    [
        (1, 1), (2, 2), (9, 2), (15, 4), (46, 4), (74, 8), (82, 4), (88, 8), (122, 8), (142, 16), (146, 3), (148, 6), (161, 6), (167, 12),
        (174, 6), (176, 12), (190, 12), (194, 24), (199, 12), (206, 24), (220, 24), (230, 48),
    ];

    public static TheoryData<string, string> Known => new()
    {
        { "P 1", "x,y,z" },
        { "-P 2ybc", "x,y,z -x,y+1/2,-z+1/2 -x,-y,-z x,-y+1/2,z+1/2" },
        { "P 2ac 2ab", "x,y,z 1/2-x,-y,z+1/2 x+1/2,1/2-y,-z -x,y+1/2,1/2-z" },
        { "P 31", "x,y,z -y,x-y,z+1/3 y-x,-x,z+2/3" },
        { "P 4w", "x,y,z -y,x,z+1/4 -x,-y,z+1/2 y,-x,z+3/4" },
        { "P 3*", "x,y,z z,x,y y,z,x" },
        { "P 32 2c (0 0 -1)", "x,y,z -y,x-y,z+2/3 y-x,-x,z+1/3 -y,-x,1/3-z y-x,y,2/3-z x,x-y,-z" },
        { "P -4n", "x,y,z y+1/2,1/2-x,1/2-z -x,-y,z 1/2-y,x+1/2,1/2-z" },
        { "P 2x'", "x,y,z -x,-z,-y" },
        { "P 2y\"", "x,y,z z,-y,x" },
        // A C-centred cell of twice the volume, and the same symbol with a shift of the origin by a quarter of a.
        { "P 2 (x-y,x+y,z)", "" },
        { "-P 1 (x+1/4,y,z)", "x,y,z 1/2-x,-y,-z" },
        { "-P 1 (3 0 0)", "x,y,z 1/2-x,-y,-z" },
        { "P 2 (1/2x+1/2y,-1/2x+1/2y,z)", "x,y,z -x,-y,z x+1/2,y+1/2,z 1/2-x,1/2-y,z" },
        { "P 1 (x/2,y,z)", "x,y,z x+1/2,y,z" },
        { "C 2 (x-y,x+y,z)", "x,y,z -x,-y,z" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Operations_are_those_of_the_tables(string hall, string operations)
    {
        var generated = HallSymbol.Operations(hall);
        if (operations.Length == 0) generated.ShouldBeNull();
        else OperationSet.AreSame(generated!.Value.AsSpan(), Parse(operations)).ShouldBeTrue();
    }

    [Fact]
    public void Every_setting_has_the_operations_that_its_class_and_centring_make()
    {
        foreach (var setting in SpaceGroupTable.All)
        {
            var operations = HallSymbol.Exact(setting.Hall)!.Value;
            var centring = setting.Choice == "R" ? 1 : setting.Symbol[0] switch { 'P' => 1, 'F' => 4, 'R' => 3, _ => 2 };
            operations.Length.ShouldBe(centring * s_pointGroups.First(p => setting.Number <= p.LastNumber).Order, setting.Hall);
            operations[0].ShouldBe(ExactOperation.Identity);
            operations.Count(o => o.Matrix == ExactMatrix.Identity).ShouldBe(centring, setting.Hall);
            operations.All(o => o.Matrix.Determinant == 1 || o.Matrix.Determinant == -1).ShouldBeTrue(setting.Hall);
        }
    }

    [Fact]
    public void Every_setting_is_a_group()
    {
        foreach (var setting in SpaceGroupTable.All)
        {
            var operations = HallSymbol.Exact(setting.Hall)!.Value;
            var group = operations.ToHashSet();
            group.Count.ShouldBe(operations.Length, setting.Hall);
            operations.All(o => group.Contains(o.Inverse().Wrapped())).ShouldBeTrue(setting.Hall);
            foreach (var a in operations.Take(8))
                operations.All(b => group.Contains((a * b).Wrapped())).ShouldBeTrue(setting.Hall);
        }
    }

    [Fact]
    public void Settings_of_one_number_are_of_one_class_and_centrosymmetric_ones_hold_the_inversion()
    {
        foreach (var settings in SpaceGroupTable.All.GroupBy(s => s.Number))
            settings.Select(s => OperationSet.CrystalClass(s.Operations.AsSpan())).Distinct().Count().ShouldBe(1);
        // 92 numbers are centrosymmetric.
        SpaceGroupTable.All.Where(s => s.Operations.Any(o => o.RowX.X == -1 && o.RowY.Y == -1 && o.RowZ.Z == -1))
            .Select(s => s.Number).Distinct().Count().ShouldBe(92);
    }

    [Theory]
    [InlineData("-p_2ybc", "-P 2ybc")]
    [InlineData("-P2ybc", "-P 2ybc")]
    [InlineData("-R 3 2 \"", "-R 3 2\"")]
    [InlineData("F 4d 2 3 -1cd", "F 4d 2 3 -1ad")]
    [InlineData("-F 4cvw 2vw 3", "-F 4ud 2vw 3")]
    [InlineData("C 2 -2b", "C 2 -2a")]
    public void Spellings_of_one_symbol_mean_the_same(string some, string other) =>
        OperationSet.AreSame(HallSymbol.Operations(some)!.Value.AsSpan(), HallSymbol.Operations(other)!.Value.AsSpan()).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("Q 2")]
    [InlineData("P 5")]
    [InlineData("P 2q")]
    [InlineData("P 33")]
    [InlineData("P 2 2 2 2 2")]
    [InlineData("P 4 3z 6x")]
    [InlineData("P 2 3")]
    [InlineData("P 2 (0 0)")]
    [InlineData("P 2 (0 0 1")]
    [InlineData("P 2 (x,y)")]
    [InlineData("P 2 (x,x,z)")]
    [InlineData("P 2 (x,y,1/0z)")]
    [InlineData("P 2 (99x+98y,97/96x+95/94y,93/92z)")]
    [InlineData("P 2 (999 0 0)")]
    public void What_is_no_Hall_symbol_generates_nothing(string hall) => HallSymbol.Operations(hall).ShouldBeNull();

    [Fact]
    public void Any_text_of_their_letters_is_a_group_or_nothing() =>
        Prop.ForAll(
                Arb.From(
                    Gen.ListOf(
                        Gen.Elements("-", "P ", "R ", "2", "3", "4", "1", "a", "n", "d", "x", "*", "\"", " ", "(", "x,y,z)", "0 1 0)"))),
                pieces =>
                {
                    if (HallSymbol.Exact("-P 2" + string.Concat(pieces)) is not { } operations) return;
                    var group = operations.ToHashSet();
                    foreach (var a in operations.Take(4))
                        foreach (var b in operations.Take(40))
                            group.ShouldContain((a * b).Wrapped());
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_shift_of_the_origin_and_back_changes_nothing() =>
        Prop.ForAll(
                Arb.From(
                    Gen.Zip(
                        Gen.Elements("P 2ac 2ab", "-P 3 2\"", "-I 4bd 2c 3", "R 3 -2\"c"),
                        Gen.Zip(Gen.Choose(-11, 11), Gen.Choose(-11, 11)))),
                c =>
                {
                    var shift = ExactOperation.Shift(new(new(c.Item2.Item1, 12), 0, new(c.Item2.Item2, 12)));
                    var moved = HallSymbol.Exact($"{c.Item1} ({c.Item2.Item1} 0 {c.Item2.Item2})")!.Value;
                    moved.Select(o => (shift.Inverse() * o * shift).Wrapped()).ToHashSet()
                        .SetEquals(HallSymbol.Exact(c.Item1)!.Value).ShouldBeTrue();
                }
            )
            .QuickCheckThrowOnFailure();

    private static SymmetryOperation[] Parse(string operations) =>
        [.. operations.Split(' ').Select(o => SymmetryOperation.TryParse(o, allowTimeReversal: false)!.Value)];
}
