using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>First stage: experiment files in, plans out. Every problem of every file is reported, not only the first.</summary>
public static class PlanStage
{
    /// <summary>Reads and checks the experiments, brings their datasets into the store, and writes each <c>plan.json</c>.</summary>
    /// <returns>The plans, and what is to be warned of.</returns>
    /// <exception cref="DiagnosticException">Something is wrong; nothing was trained.</exception>
    public static (ImmutableArray<Plan> Plans, ImmutableArray<Diagnostic> Warnings) Run(
        WorkflowRequest request,
        CancellationToken cancellation)
    {
        var (plans, warnings) = Check(request, cancellation);
        foreach (var plan in plans) Write(request, plan);
        return (plans, warnings);
    }

    /// <summary>As <see cref="Run"/>, without writing any output. The store gets the datasets: they tell what jobs there are.</summary>
    /// <exception cref="DiagnosticException">Something is wrong.</exception>
    public static (ImmutableArray<Plan> Plans, ImmutableArray<Diagnostic> Warnings) Check(
        WorkflowRequest request,
        CancellationToken cancellation)
    {
        var diagnostics = new List<Diagnostic>();
        var experiments = ReadAll(request, diagnostics);
        var plans = ImmutableArray.CreateBuilder<Plan>();
        var preparer = new DatasetPreparer(new(request.Store), request.Limits, request.Repertoire);
        foreach (var experiment in experiments)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Planner.Count(experiment) is var jobs && jobs > request.ExperimentLimits.MostJobs)
            {
                diagnostics.Add(
                    new(
                        DiagnosticSeverity.Error,
                        DiagnosticCodes.TooLarge,
                        experiment.Locations.Of("experiment"),
                        "",
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"'{experiment.Name}' has up to {jobs} jobs, more than {request.ExperimentLimits.MostJobs}; "
                                + $"{request.ExperimentLimits.HowToRaise(nameof(ExperimentLimits.MostJobs), jobs)}.")));
                continue;
            }

            try
            {
                var dataset = preparer.Prepare(experiment, cancellation);
                diagnostics.AddRange(dataset.Warnings.Select(w => w.At(experiment.Locations.Of("dataset"))));
                // Of a dataset that several experiments share, each asks in its own way.
                diagnostics.AddRange(
                    FindingWarnings.Of(dataset.Findings, experiment).Select(w => w.At(experiment.Locations.Of("dataset"))));
                var problems = DatasetChecks.Of(experiment, dataset).ToList();
                if (problems.Count == 0) plans.Add(Planned(experiment, dataset, request, problems));
                diagnostics.AddRange(problems);
            }
            catch (DiagnosticException e)
            {
                diagnostics.AddRange(e.Diagnostics);
            }
            catch (SplitException e)
            {
                var path = $"split.{e.Key}";
                diagnostics.Add(new(DiagnosticSeverity.Error, DiagnosticCodes.EmptySplit, experiment.Locations.Of(path), path, e.Message));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                diagnostics.Add(
                    new(
                        DiagnosticSeverity.Error,
                        DiagnosticCodes.StoreUnwritable,
                        new(request.Store),
                        "",
                        $"The store '{request.Store}' cannot be used: {e.Message} Name another with -p:TomographyStore=folder."));
            }
        }

        if (diagnostics.Exists(d => d.Severity == DiagnosticSeverity.Error)) throw new DiagnosticException(diagnostics);
        return (plans.ToImmutable(), [.. diagnostics]);
    }

    /// <summary>Full path of a plan's file.</summary>
    public static string PathOf(WorkflowRequest request, Plan plan) => Path.Combine(request.OutputOf(plan.Experiment), ReportFiles.Plan);

    /// <summary>Reads experiment files without their datasets, for what needs no more than their names.</summary>
    /// <exception cref="DiagnosticException">A file is wrong.</exception>
    public static ImmutableArray<Experiment> ReadExperiments(WorkflowRequest request)
    {
        var diagnostics = new List<Diagnostic>();
        var experiments = ReadAll(request, diagnostics);
        return diagnostics.Count == 0 ? [.. experiments] : throw new DiagnosticException(diagnostics);
    }

    /// <summary>The plan of an experiment that a build wrote; null where there is none, or none of this version.</summary>
    public static Plan? Find(WorkflowRequest request, string experiment)
    {
        try
        {
            return Read(Path.Combine(request.OutputOf(experiment), ReportFiles.Plan));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a plan that <see cref="Run"/> wrote.</summary>
    public static Plan Read(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<Plan>(stream, Json.Indented) ?? throw new InvalidDataException($"'{path}' holds no plan.");
    }

    private static void Write(WorkflowRequest request, Plan plan)
    {
        var path = PathOf(request, plan);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(plan, Json.Indented);
        try
        {
            WriteChanged(path, bytes);
            var store = new DatasetStore(request.Store);
            foreach (var list in DatasetStore.Lists)
                WriteChanged(Path.Combine(Path.GetDirectoryName(path)!, list), store.List(plan.Dataset, list) ?? []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException([
                new(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.StoreUnwritable,
                    new(request.Output),
                    "",
                    $"The output folder '{request.Output}' cannot be written: {e.Message} Name another with -p:TomographyOutput=folder."),
            ]);
        }
    }

    /// <summary>Writes a plan that got more models over the one that <see cref="Run"/> wrote.</summary>
    public static void Rewrite(string path, Plan plan) => WriteChanged(path, JsonSerializer.SerializeToUtf8Bytes(plan, Json.Indented));

    /// <summary>
    /// An unchanged file is left untouched, so that whoever watches it sees only real changes; one without content is none.
    /// </summary>
    private static void WriteChanged(string path, byte[] bytes)
    {
        if (bytes.Length == 0) File.Delete(path);
        else if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>Deals the splits and expands the jobs; problems of either are added.</summary>
    private static Plan Planned(Experiment experiment, PreparedDataset dataset, WorkflowRequest request, List<Diagnostic> problems)
    {
        var folders = new StoreFolders(request.Store);
        var table = new DatasetStore(request.Store).Table(dataset)
            ?? throw new IOException($"'{folders.TableOf(dataset.Key)}' was there a moment ago and is not now.");
        var splits = new SplitDealer(request.Repertoire).Deal(experiment, dataset, table, new(folders));
        var plan = Planner.Create(experiment, dataset, splits.Planned, request.Repertoire);
        problems.AddRange(SplitChecks.Of(experiment, plan, splits, table));
        problems.AddRange(SplitChecks.OfLabels(experiment, plan, splits, table));
        if (!problems.Exists(p => p.Severity == DiagnosticSeverity.Error))
            problems.AddRange(SplitWarnings.Of(experiment, plan, splits, table));
        return RoundPlanner.Extend(plan, request.Store, request.Repertoire, Damaged);

        void Damaged(string what) =>
            problems.Add(new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreDamaged, new(request.Store), "", what));
    }

    private static List<Experiment> ReadAll(WorkflowRequest request, List<Diagnostic> diagnostics)
    {
        var experiments = new List<Experiment>();
        foreach (var file in request.Experiments.Distinct(StringComparer.Ordinal))
        {
            var (experiment, problems) = ExperimentReader.ReadFile(file, request.Variables, request.ExperimentLimits, request.Repertoire);
            diagnostics.AddRange(problems);
            if (experiment is null) continue;
            var same = experiments.Find(e => string.Equals(e.Name, experiment.Name, StringComparison.OrdinalIgnoreCase));
            if (same is not null)
                diagnostics.Add(
                    new(
                        DiagnosticSeverity.Error,
                        DiagnosticCodes.SameName,
                        experiment.Locations.Of("experiment"),
                        "experiment",
                        $"'{same.Locations.File}' is called '{experiment.Name}' too; their outputs would overwrite each other."));
            else
                experiments.Add(experiment);
        }

        return experiments;
    }
}
