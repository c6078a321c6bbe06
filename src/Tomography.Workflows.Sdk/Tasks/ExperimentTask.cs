using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Build.Framework;
using Tomography.Crystals;

namespace Tomography.Workflows.Sdk;

/// <summary>What tasks share that read experiment files.</summary>
public abstract class ExperimentTask : WorkflowTask
{
    /// <summary>Paths of the experiment files, separated by semicolons; empty for <see cref="DefaultExperiment"/>.</summary>
    public string Experiments { get; set; } = "";

    /// <summary>Full path of the folder that relative paths start from: where the command was given.</summary>
    [Required]
    public string StartFolder { get; set; } = "";

    /// <summary>Full path of the experiment that runs when none is named.</summary>
    [Required]
    public string DefaultExperiment { get; set; } = "";

    /// <summary>Full path that stands for <c>${TomographyDataset}</c> in dataset paths; empty where none was given.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>Limits of what is read of datasets: <c>Name=Value</c>, separated by semicolons; an empty value stands for the default.</summary>
    public string Limits { get; set; } = "";

    /// <summary>What the build asks for.</summary>
    /// <exception cref="DiagnosticException">A limit is no number.</exception>
    private protected WorkflowRequest Request
    {
        get
        {
            var variables = Dataset.Length == 0 ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("TomographyDataset", Dataset);
            var files = Experiments.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => Path.GetFullPath(f, StartFolder)).ToImmutableArray();
            return new(files.IsEmpty ? [Path.GetFullPath(DefaultExperiment)] : files, Output, Store, variables) { Limits = ReadLimits(), MostJobs = ReadMostJobs() };
        }
    }

    /// <summary>Jobs that an experiment may have; empty for a million.</summary>
    public string MostJobs { get; set; } = "";

    private long ReadMostJobs()
    {
        if (MostJobs.Length == 0) return WorkflowRequest.DefaultMostJobs;
        return long.TryParse(MostJobs, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most >= 1
            ? most
            : throw new DiagnosticException([new(DiagnosticSeverity.Error, DiagnosticCodes.InvalidLimit, SourceLocation.CommandLine, "", $"TomographyMostJobs must be a whole number of at least 1, not '{MostJobs}'; its default is {WorkflowRequest.DefaultMostJobs}.")]);
    }

    private InputLimits ReadLimits()
    {
        var given = Limits.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split('=', 2)).Select(l => KeyValuePair.Create(l[0], l.Length > 1 ? l[1] : ""));
        var (limits, problems) = InputLimits.Parse(given);
        return problems.IsEmpty ? limits : throw new DiagnosticException([.. problems.Select(p => new Diagnostic(DiagnosticSeverity.Error, DiagnosticCodes.InvalidLimit, SourceLocation.CommandLine, "", p))]);
    }

    /// <summary>The plans of the experiments; nothing is written but their datasets, into the store.</summary>
    private protected ImmutableArray<Plan> CheckedPlans(CancellationToken cancellation)
    {
        var (plans, warnings) = PlanStage.Check(Request, cancellation);
        Report(warnings);
        return plans;
    }

    /// <summary>Shows lines at any verbosity but quiet.</summary>
    private protected void Show(IEnumerable<string> lines)
    {
        foreach (var line in lines) Log.LogMessage(MessageImportance.High, "{0}", line);
    }
}
