using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>
/// How much of a data set is read at most. The defaults are far above the data sets of the field and far below what would fill a
/// machine, so that a damaged or hostile file ends in a message.
/// </summary>
public sealed record InputLimits
{
    /// <summary>The limits, as users set them.</summary>
    public static LimitTable<InputLimits> Table { get; } = new(new(),
    [
        (new("TomographyMostFileBytes", "Bytes of one file of a data set, as it lies on the disk; a longer file is not opened.", 4L << 30, long.MaxValue),
            l => l.MostFileBytes, (l, v) => l with { MostFileBytes = v }),
        (new("TomographyMostUnpackedBytes", "Bytes that a .gz file unpacks to; a file of more is not used.", 4L << 30, long.MaxValue),
            l => l.MostUnpackedBytes, (l, v) => l with { MostUnpackedBytes = v }),
        (new("TomographyMostUnpackingRatio", "Bytes that a .gz file unpacks to for each of its own, once 64 MiB are unpacked; a file of more is not used.", 200, 1_000_000),
            l => l.MostUnpackingRatio, (l, v) => l with { MostUnpackingRatio = (int)v }),
        (new("TomographyMostRowCharacters", "Characters of one row of a table, and bytes of atom_init.json; a table with a longer row is not used.", 16 << 20, 1 << 29),
            l => l.MostRowCharacters, (l, v) => l with { MostRowCharacters = (int)v }),
        (new("TomographyMostColumns", "Columns of a table, and tables of a folder; a data set of more is not used.", 10_000, 1_000_000),
            l => l.MostColumns, (l, v) => l with { MostColumns = (int)v }),
        (new("TomographyMostMaterials", "Rows of a table, or materials of a folder; a data set of more is not used.", 10_000_000, 1_000_000_000),
            l => l.MostMaterials, (l, v) => l with { MostMaterials = (int)v }),
        (new("TomographyMostCifCharacters", "Characters of the CIF text of one material; a material with more is set aside.", 4 << 20, 1 << 29),
            l => l.MostCifCharacters, (l, v) => l with { MostCifCharacters = (int)v }),
        (new("TomographyMostSites", "Sites of one cell after its symmetry operations; a material with more is set aside.", 2_000, NeighbourKey.MaximumSites - 1),
            l => l.MostSites, (l, v) => l with { MostSites = (int)v }),
        (new("TomographyMostSymmetryOperations", "Symmetry operations that one CIF lists; a material with more is set aside. No space group has more than 192.", 1_024, 100_000),
            l => l.MostSymmetryOperations, (l, v) => l with { MostSymmetryOperations = (int)v }),
        (new("TomographyMostEdgeAngstrom", "Length in angstrom of an edge of a cell; a material with a longer one is set aside.", 10_000, 1_000_000),
            l => l.MostEdgeAngstrom, (l, v) => l with { MostEdgeAngstrom = (int)v }),
    ]);

    /// <summary>The defaults.</summary>
    public static InputLimits Default => Table.Default;

    /// <summary>All limits, as users set them.</summary>
    public static ImmutableArray<InputLimit> All => Table.All;

    /// <summary>Bytes of one file of a data set on the disk.</summary>
    public long MostFileBytes { get; init; } = 4L << 30;

    /// <summary>Bytes that a compressed file unpacks to.</summary>
    public long MostUnpackedBytes { get; init; } = 4L << 30;

    /// <summary>Bytes that a compressed file unpacks to for each of its own, looked at from 64 MiB on.</summary>
    public int MostUnpackingRatio { get; init; } = 200;

    /// <summary>Characters of one row of a table.</summary>
    public int MostRowCharacters { get; init; } = 16 << 20;

    /// <summary>Columns of a table, or tables of a folder.</summary>
    public int MostColumns { get; init; } = 10_000;

    /// <summary>Rows of a table, or materials of a folder.</summary>
    public int MostMaterials { get; init; } = 10_000_000;

    /// <summary>Characters of the CIF text of one material.</summary>
    public int MostCifCharacters { get; init; } = 4 << 20;

    /// <summary>Sites of one cell after its symmetry operations. The largest cell of <c>materials-project-36k</c> has 200.</summary>
    public int MostSites { get; init; } = 2_000;

    /// <summary>Symmetry operations that one CIF lists.</summary>
    public int MostSymmetryOperations { get; init; } = 1_024;

    /// <summary>Length of an edge of a cell, in angstrom.</summary>
    public int MostEdgeAngstrom { get; init; } = 10_000;

    /// <inheritdoc cref="LimitTable{TLimits}.Parse"/>
    public static LimitsReading<InputLimits> Parse(IEnumerable<KeyValuePair<string, string>> values) => Table.Parse(values);

    /// <summary>The value of a limit.</summary>
    public long Of(InputLimit limit) => Table.Of(this, limit);

    /// <summary>All names and values in one line. What a data set holds depends on them, so whoever keeps what was read keeps this with it.</summary>
    public string Describe() => string.Join(',', All.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Name}={Of(l)}")));

    /// <summary>How to raise the limit that a property of this record holds.</summary>
    internal string HowToRaise(string property, long? needed = null) => Table.HowToRaise(this, property, needed);
}
