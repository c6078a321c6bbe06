using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Crystals.Tests;

/// <summary>Whatever a file of any format holds, reading it ends, with crystals that have graphs or with problems.</summary>
public class HostileFormats
{
    private static readonly Crystal s_crystal = new(
        new(new(4, 0, 0), new(0.5, 5, 0), new(0.1, 0.2, 6)),
        [new(new(0, 0, 0), 26), new(new(0.5, 0.5, 0.5), 28), new(new(0.25, 0.1, 0.3), 8)]);

    private static readonly (string Name, string Text)[] s_whole =
    [
        .. Written.Ordered.Select(w => (w.Name, w.Write(s_crystal))),
        ("frames", Written.ExtendedXyz(s_crystal) + Written.ExtendedXyz(s_crystal)),
        ("matbench", $"{{\"index\": [0], \"columns\": [\"structure\", \"gap\"], \"data\": [[{Written.Pymatgen(s_crystal)}, 1.5]]}}"),
        ("VASP 4", Written.Poscar(s_crystal, cartesian: false, 1).Replace("written by a test", "Fe Ni O").Replace("\nFe Ni O\n1", "\n1")),
        ("CIF", SmallCif.Of("Fe 0 0 0\nNi 0.5 0.5 0.5", SmallCif.Cube(4))),
        ("CIF with operations", SmallCif.Of(
            "Fe1 0 0 0\nO1 0.1 0.2 0.3",
            "_chemical_formula_sum 'Fe O2'\n_cell_volume 125\n_cell_formula_units_Z 1\n_exptl_crystal_density_diffrn 1.1\n"
                + SmallCif.Cube(5),
            "loop_\n_space_group_symop_operation_xyz\n'x, y, z'\n'-x, -y, -z'\n")),
        ("CIF with a group", "#\\#CIF_2.0\n" + SmallCif.Of(
            "Na 0 0 0\nCl 0.5 0.5 0.5",
            "_title '''a\nb'''\n_list [1 '2' {'3':4}]\n_space_group_name_H-M_alt 'F m -3 m'\n" + SmallCif.Cube(5.6))),
        ("two blocks",
            SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4)) + SmallCif.Of("Ni 0 0 0", SmallCif.Cube(4)).Replace("data_x", "data_y")),
    ];

    private static readonly string[] s_pieces =
    [
        "\n", "\r", "\t", " ", "\0", "\"", "'", "\\", "\\u", "\\ud800", "{", "}", "[", "]", "[[[[", ":", ",", "=", "#", "!", "-", "+", ".",
        "NaN", "Infinity", "-Infinity", "nan", "inf", "null", "true", "false", "\"\"", "N", "I", "1e308", "-1e308", "1e-308", "1e999", "0",
        "-1", "2147483648", "99999999999999999999", "0.5d0", "1d400", "Fe", "X", "Xx", "vacancy", "Fe2+", "Fe+-", "D", "T", "F", "Direct",
        "Cartesian", "Selective", "Lattice=", "Properties=species:S:0:pos:R:3", "Properties=pos:R:3:species:S:1", "pbc=\"T T F\"", "pbc=T",
        "\"lattice\"", "\"sites\"", "\"abc\"", "\"xyz\"", "\"occu\": 0", "\"columns\"", "\"data\"", "\"species\"", "\"cif\"", "data_",
        "loop_", "_atom_site_occupancy", "_atom_site_Cartn_x", "_atom_site_symmetry_multiplicity", "_cell_angle_alpha", "'P 21/c'",
        "-P 2yn", "x,y,z", "x+1/0,y,z", "1/3+x,y,z", "save_", "[", "{", "'''", "\n;\n", "#\\#CIF_2.0", "?", "Wat1",
        "\uFEFF", "\u2028", "\uD800", "<b>",
    ];

    /// <summary>How many inputs are made; tests/long sets more.</summary>
    private static int Inputs { get; } = int.TryParse(Environment.GetEnvironmentVariable("TOMOGRAPHY_FUZZ"), out var many) ? many : 2_000;

    [Fact]
    public void A_mutated_file_gives_crystals_with_graphs_or_problems()
    {
        var mutations =
            from whole in Gen.Elements(s_whole)
            from count in Gen.Choose(1, 4)
            from changes in Gen.ArrayOf(
                from at in Gen.Choose(0, whole.Text.Length - 1)
                from cut in Gen.Choose(0, 12)
                from piece in Gen.Elements(s_pieces)
                select (At: at, Cut: cut, Piece: piece), count)
            select Mutated(whole.Text, changes);
        var crystals = 0;
        Prop.ForAll(mutations.ToArbitrary(), text => { crystals += EndsWell(Encoding.UTF8.GetBytes(text)); })
            .Check(Config.QuickThrowOnFailure.WithReplay(31, 37).WithMaxTest(Inputs));
        // Not all of them nonsense.
        crystals.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Damaged_bytes_give_crystals_with_graphs_or_problems()
    {
        var damages =
            from whole in Gen.Elements(s_whole)
            from count in Gen.Choose(1, 4)
            from changes in Gen.ArrayOf(Gen.Zip(Gen.Choose(0, whole.Text.Length - 1), Gen.Choose(0, 255)), count)
            select (whole.Text, Changes: changes);
        Prop.ForAll(damages.ToArbitrary(), damage =>
        {
            var bytes = Encoding.UTF8.GetBytes(damage.Text);
            foreach (var (at, value) in damage.Changes) bytes[at] = (byte)value;
            EndsWell(bytes);
        }).Check(Config.QuickThrowOnFailure.WithReplay(41, 43).WithMaxTest(Inputs / 2));
    }

    [Fact]
    public void A_file_that_is_cut_anywhere_gives_crystals_with_graphs_or_problems()
    {
        foreach (var (_, text) in s_whole)
            for (var length = 1; length < text.Length; length += 3)
                EndsWell(Encoding.UTF8.GetBytes(text[..length]));
    }

    private static string Mutated(string whole, IEnumerable<(int At, int Cut, string Piece)> changes)
    {
        var text = new StringBuilder(whole);
        foreach (var (at, cut, piece) in changes)
        {
            var from = Math.Min(at, text.Length);
            text.Remove(from, Math.Min(cut, text.Length - from)).Insert(from, piece);
        }

        return text.ToString();
    }

    // Each format has to bear the files of all others.
    private static int EndsWell(byte[] bytes)
    {
        var crystals = 0;
        var start = FileStart.Text(bytes);
        CrystalFormats.Tried(CrystalFormats.All, start).Any(char.IsControl).ShouldBeFalse();
        foreach (var format in CrystalFormats.All)
        {
            try
            {
                var count = 0;
                foreach (var entry in format.Read(new MemoryStream(bytes), CrystalReading.Default))
                {
                    count++;
                    EndsWell(entry);
                    if (entry.Crystal is not null) crystals++;
                    if (entry.EndsFile) break;
                }

                count.ShouldBeGreaterThan(0);
            }
            catch (Exception e) when (e is InputLimitException or InvalidDataException)
            {
                // As promised where nothing more can be read.
                e.Message.Any(char.IsControl).ShouldBeFalse();
            }
        }

        return crystals;
    }

    private static void EndsWell(CrystalEntry entry)
    {
        entry.Problems.ShouldAllBe(p => p.ToString().Length < 900 && !p.ToString().Any(char.IsControl));
        (entry.Crystal is null).ShouldBe(entry.Problems.Any(p => p.Severity == ProblemSeverity.Error));
        if (entry.Crystal is not { } crystal) return;
        var (a, b, c) = (crystal.Lattice.A.Length, crystal.Lattice.B.Length, crystal.Lattice.C.Length);
        new[] { a, b, c }.ShouldAllBe(edge => edge > 0.1 && edge <= InputLimits.Default.MostEdgeAngstrom);
        (crystal.Lattice.Volume > 1e-3 * a * b * c / InputLimits.Default.MostEdgeAngstrom).ShouldBeTrue();
        crystal.Sites.ShouldNotBeEmpty();
        crystal.Sites.ShouldAllBe(s => IsInCell(s.Fractional.X) && IsInCell(s.Fractional.Y) && IsInCell(s.Fractional.Z));
        crystal.Sites.ShouldAllBe(s => s.Occupants.Length > 0 && s.Occupants.All(o => o.Occupancy > 0 && o.Occupancy <= 1));
        if (crystal.IsOrdered) StructureGraph.Build(crystal, new()).AtomicNumber.Length.ShouldBe(crystal.Sites.Length);
    }

    private static bool IsInCell(double x) => x is >= 0 and < 1;
}
