using System.Collections.Immutable;

namespace Tomography.Reports;

/// <summary>What a report says beside the analysis. All of it is given, so the same inputs give the same report.</summary>
/// <param name="Experiment">Name of the experiment: the title.</param>
/// <param name="Settings">Settings of the experiment, in the order to show.</param>
/// <param name="ProgramVersion">Version of the program.</param>
/// <param name="GeneratedAt">The time to state.</param>
public sealed record ReportContext(
    string Experiment,
    ImmutableArray<ReportSetting> Settings,
    string ProgramVersion,
    DateTimeOffset GeneratedAt)
{
    /// <summary>
    /// The command that continues the experiment where it is undecided, given where the build was started; empty where there is none, as
    /// with a matrix.
    /// </summary>
    public string SteerCommand { get; init; } = "";

    /// <summary>The files that are written beside the report, in the order to list; empty where that is not known.</summary>
    public ImmutableArray<ReportFile> Files { get; init; } = [];

    /// <summary>The experiment as it was written; empty where that is not known.</summary>
    public string ExperimentText { get; init; } = "";

    /// <summary>The key of the dataset, a hash of its crystals and values; empty where that is not known.</summary>
    public string DatasetKey { get; init; } = "";
}
