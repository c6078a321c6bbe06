using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// Stated folds: a column numbers the fold of each material, 0 to K - 1, and the k-th seed tests fold k mod K, validates on the next and
/// trains on the others.
/// </summary>
internal sealed class ColumnSplit : SplitRule
{
    private const int FewestFolds = 3;

    /// <inheritdoc/>
    public override bool Applies(SplitSettings settings) => settings.Column.Length > 0;

    /// <inheritdoc/>
    public override IEnumerable<PropertyName> Needs(SplitSettings settings) => [new(settings.Column)];

    /// <inheritdoc/>
    public override Split Deal(SplitSettings settings, SplitMaterials materials, IReadOnlyList<string>? groups, long seed, int place)
    {
        var folds = materials.ValuesOf(new(settings.Column));
        for (var i = 0; i < folds.Length; i++)
            if (double.IsNaN(folds[i]) || folds[i] != Math.Floor(folds[i]) || folds[i] is < 0 or > 1_000_000)
                throw new SplitException("column", string.Create(CultureInfo.InvariantCulture,
                    $"'{settings.Column}' must number the fold of each material, 0, 1, 2 and so on; "
                    + $"{materials.Ids[i]} has {(double.IsNaN(folds[i]) ? "none" : folds[i])}."));
        var count = (int)folds.Max() + 1;
        var members = folds.Select((fold, material) => ((int)fold, material)).ToLookup(f => f.Item1, f => f.material);
        if (count < FewestFolds)
            throw new SplitException("column",
                $"'{settings.Column}' has {count} folds; at least {FewestFolds} are needed: one tests, one validates, the others train.");
        if (Enumerable.Range(0, count).FirstOrDefault(f => !members.Contains(f), -1) is var empty and >= 0)
            throw new SplitException("column", $"No material is in fold {empty} of '{settings.Column}', whose folds go up to {count - 1}.");
        return Split.ByParts(count, place, fold => [.. members[fold]]);
    }

    /// <inheritdoc/>
    public override IEnumerable<FingerprintPart> Describe(
        SplitSettings settings, PreparedDataset dataset, Experiment experiment, int place) =>
    [
        new("split.column.values", dataset.Column(new(settings.Column))?.Hash ?? ""),
        new("split.place", place.ToString(CultureInfo.InvariantCulture)),
    ];
}
