using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>A format and a property are one type each, in a list; here both come from outside.</summary>
public sealed class FormatsAndPropertiesAreAddedFromOutside : IDisposable
{
    private static readonly ReadOptions s_options = new()
    {
        Formats = [.. CrystalFormats.All, new CubeFormat()],
        Derivations = [.. Derivation.All, new Heaviest()],
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_of_the_format_is_read_with_its_values_and_the_property_follows()
    {
        var read = DatasetReader.ReadFile(_folder.Write("some.cube", "Fe 4.0 1.5\nNi 3.5 2.5\n"), s_options);
        read.Problems.ShouldBeEmpty();
        read.Table!.Materials.Select(m => (m.Id, m.Formula, Math.Cbrt(m.Crystal.Lattice.Volume))).ShouldBe(
            [("some-1", "Fe1", 4.0), ("some-2", "Ni1", 3.5)], new AlmostEqual());
        read.Table.Columns.ShouldHaveSingleItem().Values.ShouldBe([1.5, 2.5]);
        read.Select([new("heaviest")]).Dataset!.Columns[0].Values.ShouldBe([26.0, 28]);
    }

    [Fact]
    public void Folders_tables_and_cells_know_it_too()
    {
        _folder.Write("a.cube", "Fe 4.0 1.5\n");
        _folder.Write("b.cube", "Ni 3.5 2.5\n");
        DatasetReader.ReadFile(_folder.Root, s_options).Table!.Materials.Select(m => m.Id).ShouldBe(["a", "b"]);
        var table = _folder.Write("paths.csv", "id,gap,file\nx,1,b.cube\n");
        DatasetReader.ReadFile(table, s_options).Table!.Materials.ShouldHaveSingleItem().Formula.ShouldBe("Ni1");
        File.Delete(table);
        _folder.Write("id_gap.csv", "b,1\na,2\n");
        DatasetReader.ReadFile(_folder.Root, s_options).Table!.Materials.Select(m => m.Formula).ShouldBe(["Ni1", "Fe1"]);
        SourceFiles.Of(_folder.Root, InputLimits.Default, s_options.Formats).Count().ShouldBe(3);
    }

    /// <summary>A line per crystal: an element on the corners of a cube, its edge, and a gap.</summary>
    private sealed class CubeFormat : CrystalFormat
    {
        public override string Name => "cube";

        public override ImmutableArray<string> Extensions => [".cube"];

        public override string? WhyNot(string start) =>
            start.Split('\n')[0].Split(' ') is [var symbol, _, _] && ElementTable.BySymbol(symbol) is not null
                ? null
                : "no element, edge, gap";

        public override IEnumerable<CrystalEntry> Read(Stream stream, CrystalReading reading)
        {
            using var lines = new StreamReader(stream);
            for (var number = 1; lines.ReadLine() is { } line; number++)
            {
                var words = line.Split(' ');
                var crystal = new Crystal(
                    Lattice.Cubic(double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)),
                    [new(new(0, 0, 0), ElementTable.BySymbol(words[0])!.AtomicNumber)]);
                yield return new(null, $"{Name}, line {number}", crystal, [new("gap", words[2])], []);
            }
        }
    }

    /// <summary>The atomic number of the heaviest element.</summary>
    private sealed record Heaviest() : Derivation("heaviest", "the largest atomic number")
    {
        public override Property Of(PropertyCatalogue catalogue) => new(new("heaviest"), "", PropertyKind.Number, [], [], "");

        public override bool Applies(SourceTable table) => true;

        public override ImmutableArray<double?> Values(SourceTable table) =>
            [.. table.Materials.Select(m => (double?)m.Crystal.Sites.Max(s => s.Occupants[0].AtomicNumber))];
    }

    private sealed class AlmostEqual : IEqualityComparer<(string Id, string Formula, double Edge)>
    {
        public bool Equals((string Id, string Formula, double Edge) x, (string Id, string Formula, double Edge) y) =>
            (x.Id, x.Formula) == (y.Id, y.Formula) && Math.Abs(x.Edge - y.Edge) < 1e-9;

        public int GetHashCode((string Id, string Formula, double Edge) obj) => obj.Id.GetHashCode(StringComparison.Ordinal);
    }
}
