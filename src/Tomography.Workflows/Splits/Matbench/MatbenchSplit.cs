using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// The official folds of matbench v0.1: one of five parts of the file's rows tests, and the seed parts the others, three quarters to train
/// on and one to choose the best epoch by.
/// </summary>
internal sealed class MatbenchSplit : SplitRule
{
    /// <summary>What experiments write to test all folds, one by each seed.</summary>
    public const string All = "all";

    /// <summary>The part of a fingerprint that tells which fold is tested.</summary>
    public const string FoldPart = "split.fold";

    private const double TrainShare = 0.75;

    /// <summary>The folds as experiments write them.</summary>
    public static ImmutableArray<string> Choices { get; } =
        [.. Enumerable.Range(0, MatbenchFolds.Count).Select(f => f.ToString(CultureInfo.InvariantCulture)), All];

    /// <summary>Which fold a seed tests.</summary>
    /// <param name="settings">Settings that mean this rule.</param>
    /// <param name="place">Which seed of the experiment it is, from 0.</param>
    public static int FoldOf(SplitSettings settings, int place) =>
        settings.Matbench == All ? place % MatbenchFolds.Count : int.Parse(settings.Matbench, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool Applies(SplitSettings settings) => settings.Matbench.Length > 0;

    /// <inheritdoc/>
    public override Split Deal(SplitSettings settings, SplitMaterials materials, IReadOnlyList<string>? groups, long seed, int place)
    {
        var rows = MatbenchRows.Of(materials);
        var folds = IsOfClasses(materials.Target)
            ? MatbenchFolds.OfClasses(ClassesOf(materials, rows))
            : MatbenchFolds.OfNumbers(rows.Count);
        var parts = Enumerable.Range(0, materials.Count).ToLookup(i => folds[rows.Rows[i]] == FoldOf(settings, place));
        return Split.Around([.. parts[true]], [.. parts[false]], TrainShare, seed);
    }

    /// <inheritdoc/>
    public override IEnumerable<FingerprintPart> Describe(
        SplitSettings settings, PreparedDataset dataset, Experiment experiment, int place)
    {
        yield return new(FoldPart, FoldOf(settings, place).ToString(CultureInfo.InvariantCulture));
        if (experiment.Targets is [var only] && dataset.Column(only) is { } target && IsOfClasses(target.Property))
            yield return new("split.classes", target.Hash);
    }

    /// <inheritdoc/>
    public override IEnumerable<SplitRemark> Remarks(SplitSettings settings, SplitMaterials materials)
    {
        var rows = MatbenchRows.Of(materials);
        if (rows is { Task: { } task, Missing: > 0 })
            yield return new("matbench", string.Create(
                CultureInfo.InvariantCulture,
                $"{rows.Missing} of the {task.Rows} rows of {task.Name} are not used, because of 'dataset.limit' or because they were set "
                    + $"aside: the folds are the official ones without them, so errors are not quite those of the benchmark."));
        else if (rows.Task is null && !MatbenchTask.All.Any(t => t.Rows == rows.Count))
            yield return new("matbench", string.Create(
                CultureInfo.InvariantCulture,
                $"The {rows.Count} materials are those of no task of matbench, so there are no official folds: the rule of matbench is "
                    + $"applied to them in the order of the dataset. Files of matbench are known by their names, like "
                    + $"matbench_mp_gap.json.gz."));
    }

    private static bool IsOfClasses(Property? target) => target is { Kind: PropertyKind.Classes, Classes.Length: 2 };

    /// <summary>The classes of all rows: that of one which is missing would decide the folds of others.</summary>
    private static double[] ClassesOf(SplitMaterials materials, MatbenchRows rows)
    {
        var values = materials.ValuesOf(materials.Target!.Name);
        if (rows.Missing + values.Count(double.IsNaN) is > 0 and var missing)
            throw new SplitException("matbench", string.Create(
                CultureInfo.InvariantCulture,
                $"The folds of matbench for '{materials.Target.Name}' depend on the class of every row, and {missing} of {rows.Count} have "
                    + $"none here, because of 'dataset.limit' or because they were set aside. Use all rows, or another split."));
        var classes = new double[rows.Count];
        for (var i = 0; i < values.Length; i++) classes[rows.Rows[i]] = values[i];
        return classes;
    }
}
