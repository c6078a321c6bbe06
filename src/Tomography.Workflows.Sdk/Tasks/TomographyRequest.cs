using Microsoft.Build.Framework;
using Tomography.Reports;

namespace Tomography.Workflows.Sdk;

/// <summary>
/// What a build asks for: the one item of that name, as <c>Sdk/Workflow.targets</c> makes it. Its metadata are the properties of
/// docs/running.md as they were given; what was not given is empty. A task reads what it needs.
/// </summary>
/// <param name="item">The item; it is called by the full path of the project that is built.</param>
internal sealed class TomographyRequest(ITaskItem item)
{
    /// <summary>Full path of the project that is built.</summary>
    public string Project => item.ItemSpec;

    /// <summary>Full path of its folder.</summary>
    public string ProjectFolder => Path.GetDirectoryName(Project)!;

    /// <summary>Full path of the folder that relative paths start from: where the command was given.</summary>
    public string StartFolder => Text("StartFolder") is { Length: > 0 } folder ? folder : ProjectFolder;

    /// <summary>
    /// Paths of the experiment files, separated by semicolons, relative to <see cref="StartFolder"/>; empty for
    /// <see cref="DefaultExperiment"/>.
    /// </summary>
    public string Experiments => Text("Experiment");

    /// <summary>
    /// Paths of the experiment files that run when none is named, separated by semicolons, relative to the project; empty for all beside
    /// it.
    /// </summary>
    public string DefaultExperiment => Text("DefaultExperiment");

    /// <summary>Full path of the store.</summary>
    public string Store => FullPath("TomographyStore");

    /// <summary>Full path of the folder that gets one folder per experiment.</summary>
    public string Output => FullPath("TomographyOutput");

    /// <summary>Full path that stands for <c>${TomographyDataset}</c> in dataset paths; empty where none was given.</summary>
    public string Dataset => FullPath("TomographyDataset");

    /// <summary>Limits of what is read of datasets and experiments, like <c>Sites=5000+Rows=10</c>; empty for the defaults.</summary>
    public string Limits => Text("TomographyLimits");

    /// <summary>Where the templates of the report are taken from; the user's own folder is empty where none was given.</summary>
    public TemplateFolders Templates => new(FullPath("ShippedTemplates"), FullPath("TomographyTemplates"));

    /// <summary>Full path of the folder with the pages that explain diagnostics; empty where there is none.</summary>
    public string Docs => Text("TomographyDocs");

    /// <summary>What messages call that folder, like <c>docs/</c>; empty for its full path.</summary>
    public string DocsName => Text("DocsName");

    /// <summary>Full path of the worker's assembly.</summary>
    public string Worker => Text("TomographyWorkerAssembly");

    /// <summary>The devices to train on, like <c>cuda:0+1</c>; empty for all that work.</summary>
    public string Device => Text("TomographyDevice");

    /// <summary>Workers on the CPU at a time; empty for one per core that no GPU needs.</summary>
    public string Workers => Text("TomographyWorkers");

    /// <summary>Seconds between two checkpoints of a job; empty for 30.</summary>
    public string CheckpointSeconds => Text("TomographyCheckpointSeconds");

    /// <summary>
    /// Whether the other jobs are trained after one has failed, <c>true</c> or <c>false</c>; if not, the first failure ends the run.
    /// Empty for true.
    /// </summary>
    public string KeepGoing => Text("KeepGoing");

    /// <summary>Full path of the file that describes a cluster; empty where none was given.</summary>
    public string Cluster => FullPath("Cluster");

    /// <summary>
    /// For <c>-t:Submit</c>: whether it ends when the models are trained, not when the array is submitted, <c>true</c> or <c>false</c>;
    /// empty for false.
    /// </summary>
    public string Wait => Text("Wait");

    /// <summary>For <c>-t:Explain</c>: the key of a job, or its first digits.</summary>
    public string Job => Text("Job");

    /// <summary>For <c>-t:Steer</c>: jobs allowed, baselines included; empty for 100.</summary>
    public string Budget => Text("Budget");

    /// <summary>For <c>-t:Steer</c>: full path of the file to write; empty for <c>next.experiment.yaml</c> beside the experiment.</summary>
    public string Next => FullPath("Next");

    /// <summary>For <c>-t:Export</c>: the form of the crystals; empty for the default.</summary>
    public string ExportFormat => Text("ExportFormat");

    /// <summary>For <c>-t:Prune</c>: whether to delete, <c>true</c> or <c>false</c>; empty for false.</summary>
    public string Confirm => Text("Confirm");

    private string FullPath(string name) => Text(name) is { Length: > 0 } path ? Path.GetFullPath(path, StartFolder) : "";

    private string Text(string name) => item.GetMetadata(name);
}
