using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Crystals.Tests;

/// <summary>Whatever a CIF text holds, reading it ends, with crystals that have graphs or with problems.</summary>
public class HostileCif
{
    private static readonly string s_whole = SmallCif.Of(
        "Na1 0 0 0\nCl1 0.5 0.5 0.5\nO2- 0.25(1) .1 1/3",
        SmallCif.Cell(4, 5, 6, 80, 90, 100),
        "loop_\n_symmetry_equiv_pos_as_xyz\n'x, y, z'\n'-x, -y, -z'\n");

    private static readonly string[] s_pieces =
    [
        "'",
        "\"",
        "\n;",
        ";",
        "#",
        "loop_",
        "\nloop_\n",
        "data_",
        "save_",
        "global_",
        "?",
        ".",
        "\0",
        "\t",
        "\r",
        "\u2028",
        "\uD800",
        "\uFEFF",
        "(",
        ")",
        "1e308",
        "-1e308",
        "1e-308",
        "1e999",
        "NaN",
        "Infinity",
        "-0",
        "180",
        "0",
        "1e-5",
        "99999999999999999999999999",
        "x,y,z",
        "-x+1e300,y,z",
        "x+1/0,y,z",
        "x/3,3y,z",
        "100000x+y,z,-y",
        "x+y,y,z",
        "_cell_length_a",
        "_cell_angle_gamma",
        "_symmetry_equiv_pos_as_xyz",
        "_atom_site_fract_x",
        "_atom_site_Cartn_x",
        "_atom_site_occupancy",
        "_atom_sites_Cartn_tran_matrix_11",
        "_space_group_symop_magn_centering.xyz",
        "Uuo",
        "Xx",
        "Wat",
        "<b>",
        "&amp;",
        "../../x",
    ];

    [Fact]
    public void A_mutated_text_gives_crystals_with_graphs_or_problems()
    {
        var mutations = Gen.NonEmptyListOf(
                from at in Gen.Choose(0, s_whole.Length - 1)
                from cut in Gen.Choose(0, 12)
                from piece in Gen.Elements(s_pieces)
                select (At: at, Cut: cut, Piece: piece))
            .Select(changes =>
            {
                var text = new StringBuilder(s_whole);
                foreach (var (at, cut, piece) in changes)
                {
                    var from = Math.Min(at, text.Length);
                    text.Remove(from, Math.Min(cut, text.Length - from)).Insert(from, piece);
                }

                return text.ToString();
            });
        Prop.ForAll(mutations.ToArbitrary(), EndsWell).Check(Config.QuickThrowOnFailure.WithReplay(11, 13).WithMaxTest(3_000));
    }

    [Fact]
    public void Any_cell_gives_crystals_with_graphs_or_problems()
    {
        var number = Gen.OneOf(
            Gen.Elements(
                0,
                -1,
                1e-300,
                1e-9,
                1e-3,
                0.1,
                0.39,
                0.41,
                1,
                4,
                90,
                120,
                179.99,
                179.9999999,
                180,
                360,
                1e4,
                1e6,
                1e100,
                1e154,
                1e300,
                1.7e308,
                1e-5,
                59.99999),
            Gen.Choose(0, 2_000).Select(n => n / 100.0));
        var cells =
            from lengths in Gen.ArrayOf(number, 3)
            from angles in Gen.ArrayOf(Gen.OneOf(number, Gen.Choose(1, 179).Select(n => (double)n)), 3)
            select lengths.Concat(angles).ToArray();
        var read = 0;
        Prop.ForAll(
                cells.ToArbitrary(),
                cell =>
                {
                    var text = SmallCif.Of("Fe 0 0 0\nNi 0.5 0.25 0.125", SmallCif.Cell(cell));
                    read += CifReader.Read(text).Structures.Length;
                    EndsWell(text);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithReplay(17, 19).WithMaxTest(2_000));
        // Not all of them nonsense.
        read.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(1e308, 1e308, 1e308, 90, 90, 90)]
    [InlineData(1e100, 1e100, 1e100, 90, 90, 90)]
    [InlineData(0.001, 1000, 1000, 90, 90, 90)]
    [InlineData(1e-9, 1e6, 1e6, 90, 90, 90)]
    [InlineData(1000, 1000, 10, 90, 90, 0.01)]
    [InlineData(4, 4, 4, 120, 120, 120)]
    public void A_cell_that_no_crystal_has_is_an_error(double a, double b, double c, double alpha, double beta, double gamma) =>
        ErrorOf(SmallCif.Of("Fe 0 0 0", SmallCif.Cell(a, b, c, alpha, beta, gamma))).Suggestion.ShouldContain("lengths (angstrom");

    [Fact]
    public void A_cell_that_is_skewed_as_exports_skew_them_is_read()
    {
        // The primitive cell of fcc with one vector taken three times too often.
        var text = SmallCif.Of("Cu 0 0 0", SmallCif.Cell(2.556, 2.556, 9.214, 8.946, 16.1, 60));
        CifReader.Read(text).Problems.Where(p => p.Message.StartsWith("No crystal has")).ShouldBeEmpty();
    }

    [Fact]
    public void Operations_that_would_multiply_without_bound_are_an_error()
    {
        var thousand = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"'x+0.{i:000}1,y,z'\n"));
        ErrorOf(
            SmallCif.Of(
                "Fe 0 0 0",
                SmallCif.Cube(300),
                "loop_\n_symmetry_equiv_pos_as_xyz\n" + string.Concat(Enumerable.Repeat(thousand, 20))))
            .Message.ShouldContain("at most 1024 are read; ");
        ErrorOf(
            SmallCif.Of(
                "Fe 0 0 0",
                SmallCif.Cube(300),
                "loop_\n_space_group_symop_magn_operation.xyz\n" + thousand + "loop_\n_space_group_symop_magn_centering.xyz\n" + thousand))
            .Message.ShouldContain("at most 1024 are read; ");
        var atoms = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"Fe {i / 2_000.0} 0.{i:0000} {i % 7 / 7.0:0.0000}\n"));
        CifReader
            .Read(SmallCif.Of(atoms, SmallCif.Cube(300), "loop_\n_symmetry_equiv_pos_as_xyz\n" + thousand))
            .Problems.ShouldContain(p => p.Kind == CrystalProblemKind.TooLarge);
    }

    [Fact]
    public void Many_blocks_share_one_allowance()
    {
        var block = SmallCif.Of(
            string.Concat(Enumerable.Range(0, 1_000).Select(i => $"Fe {i % 10 / 10.0} {i / 10 % 10 / 10.0} {i / 100 / 10.0}\n")),
            SmallCif.Cube(30),
            "loop_\n_symmetry_equiv_pos_as_xyz\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"'x,y,z+0.{i:00}'\n")));
        var result = CifReader.Read(string.Concat(Enumerable.Repeat(block, 60)));
        result.Problems.ShouldContain(p => p.Kind == CrystalProblemKind.TooLarge);
    }

    [Fact]
    public void Hall_symbols_of_no_table_are_worked_out_for_the_first_hundred_blocks_only()
    {
        var block = SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4), "_space_group_name_Hall '-P 1 (1 0 0)'\n");
        var result = CifReader.Read(string.Concat(Enumerable.Repeat(block, 101)));
        result.Structures.Length.ShouldBe(100);
        result.Problems.ShouldHaveSingleItem().Kind.ShouldBe(CrystalProblemKind.TooLarge);
    }

    [Fact]
    public void Messages_quote_hostile_names_on_one_line_without_control_characters()
    {
        foreach (var name in new[] { "\u0007Xx\u001b[31m", "Q\u202Etxt", new string('Q', 5_000), "<script>" })
        {
            var problem = ErrorOf(SmallCif.Of(name + " 0 0 0", SmallCif.Cube(4)));
            problem.Kind.ShouldBe(CrystalProblemKind.UnknownElement);
            problem.Message.Length.ShouldBeLessThan(200);
            problem.Message.ShouldAllBe(c => !char.IsControl(c) && c != '\u202E');
        }
    }

    [Fact]
    public void Symmetry_operations_with_endless_digits_are_none() =>
        ErrorOf(
            SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4), "loop_\n_symmetry_equiv_pos_as_xyz\nx,y,z\n'x+" + new string('9', 400) + ",y,z'\n"))
            .Message.ShouldContain("is not a symmetry operation");

    private static CifProblem ErrorOf(string text)
    {
        var result = CifReader.Read(text);
        result.Structures.ShouldBeEmpty();
        return result.Problems.First(p => p.Severity == ProblemSeverity.Error);
    }

    private static void EndsWell(string text)
    {
        var result = CifReader.Read(text);
        (result.Structures.Length > 0 || result.Problems.Any(p => p.Severity == ProblemSeverity.Error)).ShouldBeTrue();
        result.Problems.ShouldAllBe(p => p.Line > 0 && p.Column > 0 && p.Message.Length < 700 && !p.Message.Any(char.IsControl));
        foreach (var structure in result.Structures)
        {
            structure.Crystal.Sites.ShouldAllBe(s =>
                s.Fractional.X >= 0
                && s.Fractional.X < 1
                && s.Fractional.Y >= 0
                && s.Fractional.Y < 1
                && s.Fractional.Z >= 0
                && s.Fractional.Z < 1);
            if (!structure.Crystal.IsOrdered)
                continue;
            GraphFolding.Fold(StructureGraph.Build(structure.Crystal, new())).AtomicNumber.Length.ShouldBeGreaterThan(0);
            CompositionGraph.BuildFolded(structure.Crystal).AtomicNumber.Length.ShouldBeGreaterThan(0);
        }
    }
}
