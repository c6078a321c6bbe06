namespace Tomography.Crystals;

/// <summary>
/// How much of a dataset is read at most. The defaults are far above the datasets of the field and far below what would fill a
/// machine, so that a damaged or hostile file ends in a message.
/// </summary>
public sealed record InputLimits
{
    // What one row of a table holds beside the CIF text of its material.
    private const int RowBesideCif = 12 << 20;
    private const int LongestText = 1 << 29;

    /// <summary>The limits: what each means, and the options that set some of them.</summary>
    public static LimitTable<InputLimits> Table { get; } = new(new(),
    [
        new(
            new(
                nameof(MostSites), "Sites",
                "Sites of one cell after its symmetry operations; a material with more is set aside.",
                2_000, NeighbourKey.MaximumSites - 1),
            l => l.MostSites,
            (l, v) => l with { MostSites = (int)v }),
        new(
            new(
                nameof(MostMaterials), "Rows",
                "Rows of a table, or materials of a folder; a dataset of more is not used.", 10_000_000, 1_000_000_000),
            l => l.MostMaterials,
            (l, v) => l with { MostMaterials = (int)v }),
        new(
            new(
                nameof(MostCifCharacters), "CifCharacters",
                "Characters of the CIF text of one material; a material with more is set aside.", 4 << 20, LongestText - RowBesideCif),
            l => l.MostCifCharacters,
            (l, v) => l with { MostCifCharacters = (int)v, MostRowCharacters = (int)v + RowBesideCif }),
        new(
            new(
                nameof(MostFileBytes), "FileBytes",
                "Bytes of one file of a dataset, on the disk and unpacked; a file of more is not used.", 4L << 30, long.MaxValue),
            l => l.MostFileBytes,
            (l, v) => l with { MostFileBytes = v, MostUnpackedBytes = v }),
        new(
            new(
                nameof(MostUnpackedBytes), "FileBytes",
                "Bytes that a .gz file unpacks to; as many as `FileBytes`.", 4L << 30, long.MaxValue),
            l => l.MostUnpackedBytes),
        new(
            new(
                nameof(MostRowCharacters), "CifCharacters",
                "Characters of one row of a table, and bytes of atom_init.json; 12,582,912 more than `CifCharacters`.",
                16 << 20, LongestText),
            l => l.MostRowCharacters),
        new(
            InputLimit.Fixed(
                nameof(MostUnpackingRatio),
                "Bytes that a .gz file unpacks to for each of its own, once 64 MiB are unpacked; a file of more is not used.", 200),
            l => l.MostUnpackingRatio),
        new(
            InputLimit.Fixed(nameof(MostColumns), "Columns of a table, and tables of a folder; a dataset of more is not used.", 10_000),
            l => l.MostColumns),
        new(
            InputLimit.Fixed(
                nameof(MostSymmetryOperations),
                "Symmetry operations that one CIF lists; a material with more is set aside. No space group has more than 192.", 1_024),
            l => l.MostSymmetryOperations),
        new(
            InputLimit.Fixed(
                nameof(MostEdgeAngstrom),
                "Length in angstrom of an edge of a cell; a material with a longer one is set aside.", 10_000),
            l => l.MostEdgeAngstrom),
    ]);

    /// <summary>What holds where nothing raises or lowers a limit.</summary>
    public static InputLimits Default => Table.Default;

    /// <summary>Bytes of one file of a dataset on the disk.</summary>
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

    /// <summary>How to raise the limit that a property of this record holds.</summary>
    internal string HowToRaise(string property, long? needed = null) => Table.HowToRaise(this, property, needed);
}
