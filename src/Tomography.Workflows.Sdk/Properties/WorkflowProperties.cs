using System.Collections.Immutable;

namespace Tomography.Workflows.Sdk;

/// <summary>The build properties that a workflow knows. Tests hold docs/running.md and the targets to this list.</summary>
internal static class WorkflowProperties
{
    /// <summary>The property that names experiments.</summary>
    public const string Experiment = "Experiment";

    /// <summary>The property that raises limits.</summary>
    public const string Limits = "TomographyLimits";

    /// <summary>How the properties begin that no other tool has.</summary>
    public const string Prefix = "Tomography";

    /// <summary>All names, in the order of docs/running.md.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Experiment, "DefaultExperiment", "TomographyDataset", "TomographyOutput", "TomographyStore", "TomographyDevice",
        "TomographyWorkers", "TomographyCheckpointSeconds", "KeepGoing", "TomographyTemplates", "TomographyDocs", "Job", "Confirm",
        "Budget", "Next", "ExportFormat", "Cluster", "Wait", Limits, "TomographyTasksAssembly",
        "TomographyWorkerAssembly",
    ];
}
