using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// How much of an experiment file is read at most, and how large a study may be. The defaults are far above any study, so that a file that
/// is none, or a list with one zero too many, ends in a message.
/// </summary>
public sealed record ExperimentLimits
{
    /// <summary>The limits: what each means, and the options that set some of them.</summary>
    public static LimitTable<ExperimentLimits> Table { get; } = new(new(),
    [
        new(
            new(nameof(MostVariants), "Variants", "Variants that a matrix makes.", 10_000, 10_000_000),
            l => l.MostVariants,
            (l, v) => l with { MostVariants = (int)v }),
        new(
            new(nameof(MostJobs), "Jobs", "Jobs of an experiment.", 1_000_000, long.MaxValue),
            l => l.MostJobs,
            (l, v) => l with { MostJobs = v }),
        new(
            InputLimit.Fixed(nameof(MostExperimentCharacters), "Characters of an experiment file.", 1_000_000),
            l => l.MostExperimentCharacters),
        new(
            InputLimit.Fixed(nameof(MostNesting), "Lists and mappings within each other in an experiment file; an experiment needs 4.", 32),
            l => l.MostNesting),
        new(
            InputLimit.Fixed(
                nameof(MostMergedKeys),
                "Keys that mappings of an experiment file take over from others by <<, in all.", 10_000),
            l => l.MostMergedKeys),
        new(InputLimit.Fixed(nameof(MostListed), "Entries of a list of an experiment file.", 10_000), l => l.MostListed),
        new(
            InputLimit.Fixed(
                nameof(MostSettingEntries),
                "Entries of a list that is the value of one setting, like milestones; each variant of a matrix has its own.", 1_000),
            l => l.MostSettingEntries),
        new(InputLimit.Fixed(nameof(MostMatrixEntries), "Entries of zip, and of exclude, of a matrix.", 1_000), l => l.MostMatrixEntries),
        new(InputLimit.Fixed(nameof(MostFurtherSeeds), "Seeds that the entries of further name in all.", 100_000), l => l.MostFurtherSeeds),
        new(InputLimit.Fixed(nameof(MostProblems), "Problems of an experiment file that are reported.", 100), l => l.MostProblems),
    ]);

    /// <summary>What holds where <c>TomographyLimits</c> names no other.</summary>
    public static ExperimentLimits Default => Table.Default;

    /// <summary>Characters of the file.</summary>
    public int MostExperimentCharacters { get; init; } = 1_000_000;

    /// <summary>Lists and mappings within each other.</summary>
    public int MostNesting { get; init; } = 32;

    /// <summary>Keys that mappings take over from others, in all.</summary>
    public int MostMergedKeys { get; init; } = 10_000;

    /// <summary>Entries of a list.</summary>
    public int MostListed { get; init; } = 10_000;

    /// <summary>Entries of a list that is the value of a setting.</summary>
    public int MostSettingEntries { get; init; } = 1_000;

    /// <summary>Entries of <c>zip</c> and of <c>exclude</c>.</summary>
    public int MostMatrixEntries { get; init; } = 1_000;

    /// <summary>Variants of an experiment.</summary>
    public int MostVariants { get; init; } = 10_000;

    /// <summary>Seeds of <c>further</c>.</summary>
    public int MostFurtherSeeds { get; init; } = 100_000;

    /// <summary>Problems that are reported.</summary>
    public int MostProblems { get; init; } = 100;

    /// <summary>Jobs of an experiment.</summary>
    public long MostJobs { get; init; } = 1_000_000;

    /// <summary>How to raise the limit that a property of this record holds.</summary>
    internal string HowToRaise(string property, long? needed = null) => Table.HowToRaise(this, property, needed);
}
