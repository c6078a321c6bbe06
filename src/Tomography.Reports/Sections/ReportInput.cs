using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Phantom;

namespace Tomography.Reports;

/// <summary>All that the sections of a report are made from. It is made once per report; no section analyses anything again.</summary>
/// <param name="Analysis">The analysis of the study.</param>
/// <param name="Results">The raw results that were analysed.</param>
/// <param name="Context">What to say beside the analysis.</param>
public sealed record ReportInput(StudyAnalysis Analysis, StudyResults Results, ReportContext Context)
{
    /// <summary>What the dataset consists of; null where that is not known.</summary>
    public DatasetAudit? Audit { get; init; }

    /// <summary>What the baselines predict against what is true, by target and then representation; empty where predictions are not
    /// kept.</summary>
    public ImmutableArray<ParityDensity> Parity { get; init; } = [];

    /// <summary>What is true of a phantom; empty where it is not known.</summary>
    public ImmutableArray<TrueEdge> Truth { get; init; } = [];

    /// <summary>The study beside a published table; null where none was given.</summary>
    public PublishedComparison? Published { get; init; }

    /// <summary>Which candidates to make or measure next; null where none were asked for, or a model is missing.</summary>
    public Choice? Choice { get; init; }

    /// <summary>What a simulated loop shows; null where none was simulated.</summary>
    public LoopAnalysis? Loop { get; init; }
}
