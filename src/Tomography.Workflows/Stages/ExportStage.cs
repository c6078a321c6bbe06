using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary><c>-t:Export</c>: writes the datasets of experiments as they are used, for other programs.</summary>
public static class ExportStage
{
    private const string Table = "dataset.csv", AtomInit = "atom_init.json";

    /// <summary>Writes the folder <c>export</c> of every experiment.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="format">The form of the crystals; empty for the default.</param>
    /// <param name="cancellation">Checked between crystals.</param>
    /// <returns>What was written, for people, and what is to be warned of.</returns>
    /// <exception cref="DiagnosticException">Something is wrong.</exception>
    public static (ImmutableArray<string> Lines, ImmutableArray<Diagnostic> Warnings) Run(
        WorkflowRequest request, string format, CancellationToken cancellation)
    {
        var export = Chosen(format);
        var experiments = PlanStage.ReadExperiments(request);
        var (plans, warnings) = PlanStage.Check(request, cancellation);
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var (plan, experiment) in plans.Zip(experiments))
        {
            var dataset = Used(DatasetLoader.Load(experiment, request.Limits, request.Repertoire).Dataset, plan, experiment, request);
            lines.AddRange(Write(plan, dataset, export, new(request.OutputOf(plan.Experiment)), new(new(request.Store)), cancellation));
        }

        return (lines.ToImmutable(), warnings);
    }

    /// <summary>The dataset with what the experiment names alone: a phantom brings all that it has.</summary>
    private static Dataset Used(Dataset dataset, Plan plan, Experiment experiment, WorkflowRequest request)
    {
        var used = plan.Targets.Concat(plan.Features.SelectMany(f => f)).Concat(SplitNeeds.Of(experiment, request.Repertoire)).ToHashSet();
        return dataset with { Columns = [.. dataset.Columns.Where(c => used.Contains(c.Property.Name))] };
    }

    private static IEnumerable<string> Write(
        Plan plan, Dataset dataset, CrystalExport export, ExportFolder folder, SplitStore splits, CancellationToken cancellation)
    {
        var (count, table) = (dataset.Materials.Length, Path.Combine(folder.Path, Table));
        // Formulas have no geometry that anybody could use.
        ImmutableArray<string> files = dataset.HasFormulasOnly ? [] : export.FilesOf([.. dataset.Materials.Select(m => m.Id)]);
        var ownFeatures = plan.Dataset.ElementsHash != DatasetHash.OfElementFeatures(ElementFeatures.BuiltIn);
        string[] more = ownFeatures ? [Table, AtomInit] : [Table];
        folder.Begin([.. files, .. more]);
        if (!files.IsEmpty) export.Write(folder.Path, dataset.Materials, files, cancellation);
        if (ownFeatures) AtomicFile.Write(Path.Combine(folder.Path, AtomInit), s => ElementFeaturesJson.Write(s, dataset.ElementFeatures));
        AtomicFile.Write(
            table, stream => DatasetCsv.Write(stream, dataset, export.HasFilePerMaterial ? files : [], SplitsOf(plan, splits)));
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Export: {plan.Experiment}: {count} materials with {dataset.Columns.Length} "
                + $"propert{(dataset.Columns.Length == 1 ? "y" : "ies")} and {plan.Splits.Length} "
                + $"split{(plan.Splits.Length == 1 ? "" : "s")}.");
        yield return $"  {table}";
        if (!files.IsEmpty)
            yield return $"  {Path.Combine(folder.Path, export.HasFilePerMaterial ? Path.GetDirectoryName(files[0])! : files[0])}";
    }

    /// <summary>
    /// A column per seed; where variants part the dataset in several ways, one per way and seed, named by its first variant.
    /// </summary>
    private static IReadOnlyList<(string Column, Split Split)> SplitsOf(Plan plan, SplitStore store)
    {
        var ways = plan.Splits.Select(s => s.Settings).Distinct().Count();
        return
        [
            .. plan.Splits.Select(s => (
                string.Create(CultureInfo.InvariantCulture, $"split-{s.Seed}")
                    + (ways == 1 ? "" : $"-{plan.Variants.First(v => v.Split == s.Settings).Id}"),
                store.Read(s.Hash))),
        ];
    }

    private static CrystalExport Chosen(string format)
    {
        if (format.Length == 0) return CrystalExport.All[0];
        var names = CrystalExport.All.Select(e => e.Name).ToArray();
        return CrystalExport.All.FirstOrDefault(e => e.Name.Equals(format, StringComparison.OrdinalIgnoreCase))
            ?? throw new DiagnosticException([
                new(
                    DiagnosticSeverity.Error, DiagnosticCodes.UnknownChoice, SourceLocation.CommandLine, "",
                    $"ExportFormat must be {string.Join(" or ", names)}, not '{format}'; leave it out for {names[0]}."),
            ]);
    }
}
