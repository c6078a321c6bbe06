using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class CifFilesAreReadAsTheyState
{
    private const string Cell =
        "data_x\n_cell_length_a 5.64(2)\n_cell_length_b 5.64\n_cell_length_c 5.64\n_cell_angle_alpha 90\n_cell_angle_beta "
            + "90.0\n_cell_angle_gamma 90.\n";

    private static string Rows(string rows, string operations = "", string extra = "") =>
        Cell
        + extra
        + operations
        + "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n"
        + rows
        + "\n";

    private static string Operations(params string[] operations) =>
        "loop_\n_symmetry_equiv_pos_as_xyz\n" + string.Join("\n", operations.Select(o => $"'{o}'")) + "\n";

    private static Crystal ReadOne(string text)
    {
        var result = CifReader.Read(text);
        result.Problems.Where(p => p.Severity == ProblemSeverity.Error).ShouldBeEmpty();
        return result.Structures.ShouldHaveSingleItem().Crystal;
    }

    private static CifProblem ErrorOf(string text)
    {
        var result = CifReader.Read(text);
        result.Structures.ShouldBeEmpty();
        return result.Problems.First(p => p.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Cell_and_sites_are_read()
    {
        var crystal = ReadOne(Rows("Na1 0 0 0 1\nCL2 0.5 -0.5 1.5(1) ?"));
        crystal.Lattice.Volume.ShouldBe(5.64 * 5.64 * 5.64, 1e-9);
        crystal.Sites.Select(s => s.Occupants[0].AtomicNumber).ShouldBe([11, 17]);
        crystal.Sites[1].Fractional.ShouldBe(new(0.5, 0.5, 0.5));
        crystal.IsOrdered.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_byte_order_mark_case_and_comments_do_not_matter(string lineEnd)
    {
        var text =
            "\uFEFF# été\n"
            + Rows("Na1 0 0 0 1 # a comment\n'Cl 1' .5 .5 .5 1").Replace("_cell_length_a", "_CELL_Length_A").Replace("loop_", "LOOP_");
        ReadOne(text.Replace("\n", lineEnd)).Sites.Length.ShouldBe(2);
    }

    [Fact]
    public void Quotes_close_before_a_blank_only_and_text_fields_and_save_frames_are_skipped()
    {
        var text =
            Cell
            + "_title 'it's a \"test\" of loop_'\n_note\n;\nloop_\n_atom_site_label\nXx\n;\nsave_frame\n_cell_length_a 9\nsave_\n"
            + "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe 0 0 0\n";
        var crystal = ReadOne(text);
        crystal.Lattice.A.Length.ShouldBe(5.64);
        crystal.Sites.ShouldHaveSingleItem().Occupants[0].AtomicNumber.ShouldBe(26);
    }

    [Fact]
    public void Each_data_block_with_a_crystal_gives_one()
    {
        var result = CifReader.Read("global_\n_journal x\n" + Rows("Fe 0 0 0 1") + Rows("Ni 0 0 0 1").Replace("data_x", "data_y"));
        result.Structures.Select(s => s.BlockName).ShouldBe(["x", "y"]);
        result.Structures[1].Crystal.Sites[0].Occupants[0].AtomicNumber.ShouldBe(28);
    }

    [Theory]
    [InlineData("-x+1/2,y,z", 0.4, 0.2, 0.3)]
    [InlineData("1/2-X, Y , +Z", 0.4, 0.2, 0.3)]
    [InlineData("x-y,x,z", 0.9, 0.1, 0.3)]
    [InlineData("0.5+x,-y,.25+z", 0.6, 0.8, 0.55)]
    [InlineData("z+0.3333,x,y", 0.63333333333333, 0.1, 0.2)]
    [InlineData("x+ 1 / 2, y, z", 0.6, 0.2, 0.3)]
    public void Symmetry_operations_of_all_spellings_are_understood(string operation, double x, double y, double z)
    {
        // Rounding of a few additions.
        var image = SymmetryOperation.TryParse(operation, allowTimeReversal: false)!.Value.Apply(new(0.1, 0.2, 0.3)) - new Vector3(x, y, z);
        (image - new Vector3(Math.Round(image.X), Math.Round(image.Y), Math.Round(image.Z))).Length.ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void The_operations_generate_the_sites_of_the_cell()
    {
        var sites = ReadOne(Rows("Fe1 0.1 0.2 0.3 1", Operations("x,y,z", "-x,y,-z", "1/2+x,1/2+y,z", "1/2-x,1/2+y,-z"))).Sites;
        sites.Select(s => Math.Round(s.Fractional.X, 9)).ShouldBe([0.1, 0.9, 0.6, 0.4]);
    }

    [Fact]
    public void An_incomplete_list_of_operations_is_an_error() =>
        ErrorOf(Rows("Fe1 0.1 0.2 0.3 1", Operations("x,y,z", "-x,y,-z", "1/2+x,1/2+y,z"))).Message.ShouldContain("do not form a group");

    [Fact]
    public void Images_on_a_special_position_are_one_site_however_it_is_rounded() =>
        ReadOne(Rows("Fe1 0.2499 0.25 0.25 1", Operations("x,y,z", "1/2-x,y,z"))).Sites.Length.ShouldBe(1);

    [Fact]
    public void Thirds_are_made_exact() =>
        ReadOne(Rows("Fe1 0.33333 0.6667 0.5 1")).Sites[0].Fractional.ShouldBe(new(1 / 3.0, 2 / 3.0, 0.5));

    [Fact]
    public void Atoms_on_one_place_become_one_disordered_site_even_by_symmetry()
    {
        var sites = ReadOne(Rows("Na1 0.1 0 0 0.25\nK1 0.9 0 0 0.75", Operations("x,y,z", "-x,-y,-z"))).Sites;
        sites.Length.ShouldBe(2);
        sites.ShouldAllBe(s => s.Occupants.SequenceEqual(new Occupant[] { new(11, 0.25, null), new(19, 0.75, null) }));
        sites[0].IsOrdered.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Fe3+", 26, 3.0)]
    [InlineData("Fe+3", 26, 3.0)]
    [InlineData("O2-", 8, -2.0)]
    [InlineData("Na+", 11, 1.0)]
    [InlineData("Fe1", 26, null)]
    [InlineData("O1A", 8, null)]
    [InlineData("OW1", 8, null)]
    [InlineData("D2", 1, null)]
    [InlineData("T", 1, null)]
    public void Labels_give_element_and_charge(string label, int atomicNumber, double? charge)
    {
        var occupant = ReadOne(Rows($"{label} 0 0 0 1")).Sites[0].Occupants[0];
        occupant.AtomicNumber.ShouldBe(atomicNumber);
        occupant.OxidationState.ShouldBe(charge);
    }

    [Fact]
    public void Oxidation_numbers_of_atom_types_are_taken() =>
        ReadOne(Rows("Fe 0 0 0 1", extra: "loop_\n_atom_type_symbol\n_atom_type_oxidation_number\nFe 2.5\n"))
            .Sites[0]
            .Occupants[0]
            .OxidationState.ShouldBe(2.5);

    [Theory]
    [InlineData("C6 H12 O6", 6, false)]
    [InlineData("Ca O", 20, false)]
    [InlineData("?", 20, true)]
    public void A_label_in_capitals_is_settled_by_the_formula_or_warned_of(string formula, int atomicNumber, bool warns)
    {
        var result = CifReader.Read(Rows("CA1 0 0 0 1", extra: $"_chemical_formula_sum '{formula}'\n").Replace("'?'", "?"));
        result.Structures[0].Crystal.Sites[0].Occupants[0].AtomicNumber.ShouldBe(atomicNumber);
        result.Problems.Any(p => p is { Severity: ProblemSeverity.Warning, Kind: not CrystalProblemKind.Contradiction }).ShouldBe(warns);
    }

    [Fact]
    public void Cartesian_coordinates_are_read() =>
        (
            ReadOne(Rows("Fe 1.41 2.82 0 1").Replace("fract", "Cartn")).Sites[0].Fractional - new Vector3(0.25, 0.5, 0)
        ).Length.ShouldBeLessThan(1e-12);

    [Fact]
    public void Newer_names_with_dots_mean_the_same() =>
        ReadOne(
            Rows("Fe 0.1 0 0 1", "loop_\n_space_group_symop.operation_xyz\nx,y,z\n-x,y,z\n")
                .Replace("_atom_site_", "_atom_site.")
                .Replace("_cell_", "_cell."))
            .Sites.Length.ShouldBe(2);

    [Theory]
    [InlineData("Qq1 0 0 0 1", 13, "'Qq1' names no element")]
    [InlineData("Fe 0 ? 0 1", 13, "'?' is not a coordinate")]
    [InlineData("Fe 0 0 0 1.5", 13, "'1.5' is not an occupancy")]
    [InlineData("Fe 0 0 0 0.7\nNi 0 0 0 0.7", 13, "sum to 1.4")]
    [InlineData("Fe 0 0 0 1\nNi 0 0 0.01 1", 13, "nearer than 0.4")]
    [InlineData("Fe 0 0 0 1\nNi 0 0", 13, "does not fill its last row")]
    public void What_leaves_a_crystal_open_is_an_error_with_its_line(string rows, int line, string expected)
    {
        var problem = ErrorOf(Rows(rows));
        problem.Message.ShouldContain(expected);
        problem.Line.ShouldBeInRange(line - 4, line + 1);
        problem.Column.ShouldBeGreaterThan(0);
        problem.Suggestion.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_unknown_label_suggests_the_nearest_symbol() => ErrorOf(Rows("Qa 0 0 0 1")).Suggestion.ShouldContain("nearest symbol is");

    [Fact]
    public void The_place_of_a_problem_is_its_line_and_column()
    {
        var problem = ErrorOf(Rows("Fe 0 0 0 1\nFe 0.5 abc 0 1"));
        (problem.Line, problem.Column).ShouldBe((15, 8));
    }

    [Theory]
    [InlineData("x,y,x")]
    [InlineData("x,y")]
    [InlineData("x,y,z,w")]
    [InlineData("2x,y,z")]
    [InlineData("x,y,1/0+z")]
    [InlineData("hello")]
    public void What_is_no_symmetry_operation_is_an_error(string operation) =>
        ErrorOf(Rows("Fe 0.1 0 0 1", Operations("x,y,z", operation))).Message.ShouldContain("is not a symmetry operation");

    [Theory]
    [InlineData("_cell_length_a 5.64(2)", "_cell_length_a -1")]
    [InlineData("_cell_length_a 5.64(2)", "")]
    [InlineData("_cell_length_a 5.64(2)", "_cell_length_a nan")]
    [InlineData("_cell_angle_gamma 90.", "_cell_angle_gamma 180")]
    public void A_cell_that_spans_no_volume_is_an_error(string old, string replacement) =>
        ErrorOf(Rows("Fe 0 0 0 1").Replace(old, replacement));

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("loop_")]
    [InlineData("data_")]
    [InlineData("'")]
    [InlineData(";")]
    [InlineData("_cell_length_a")]
    [InlineData("loop_ loop_ _a loop_ save_ data_x loop_ 1 2 3")]
    public void Hostile_text_is_an_error_and_no_more(string text) => ErrorOf(text).Message.ShouldNotBeEmpty();

    [Fact]
    public void A_cell_of_hundreds_of_thousands_of_atoms_is_refused() =>
        ErrorOf(Rows(string.Concat(Enumerable.Repeat("Fe 0 0 0 1\n", 300_000)))).Message.ShouldContain("lists 300000 atoms");

    [Fact]
    public void A_damaged_file_never_throws() =>
        Prop.ForAll(
                Arb.From(
                    Gen.ListOf(
                        Gen.Zip(
                            Gen.Choose(0, 400),
                            Gen.Elements("'", "\"", "\n;", "loop_ ", "data_", "?", "1e999", "\0", "_cell_length_a ", "\uD800", "")))),
                edits =>
                {
                    var text = Rows("Na1 0 0 0 1\nCl1 .5 .5 .5 1", Operations("x,y,z", "-x,-y,-z"));
                    foreach (var (at, piece) in edits)
                        text = text[..Math.Min(at, text.Length)] + piece + text[Math.Min(at + 3, text.Length)..];
                    var result = CifReader.Read(text);
                    (result.Structures.Length > 0 || result.Problems.Any(p => p.Severity == ProblemSeverity.Error)).ShouldBeTrue();
                }
            )
            .QuickCheckThrowOnFailure();
}
