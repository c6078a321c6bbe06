using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Datasets;

/// <summary>Finds what is odd about the values of properties.</summary>
public static class ValueChecks
{
    /// <summary>A value of so many materials is nearly all there is to learn of a property.</summary>
    private const double NearlyAll = 0.95;

    private const int FewestValues = 10;

    /// <summary>The findings over columns of numbers, in their order.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="materials">Their materials.</param>
    public static ImmutableArray<ValueFinding> Of(IEnumerable<SourceColumn> columns, ImmutableArray<Material> materials)
    {
        string[] ids = [.. materials.Select(m => m.Id)];
        return [.. columns.SelectMany(c => Of(c, ids))];
    }

    /// <summary>A column as a rule leaves it.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rule">What becomes of values that are odd.</param>
    public static SourceColumn Treated(SourceColumn column, OutlierRule rule)
    {
        if (rule == OutlierRule.Tell || column.Property.Kind != PropertyKind.Number) return column;
        var (sample, sentinels, outliers) = Split(ValueSample.Of(column, []));
        if (sentinels.Count == 0 && outliers.Length == 0) return column;
        var values = column.Values.ToBuilder();
        foreach (var place in sentinels) values[place] = null;
        var inside = sample.Without(outliers.Select(i => sample.Places[i]).ToHashSet());
        foreach (var i in outliers)
            values[sample.Places[i]] =
                rule == OutlierRule.LeaveOut ? null : Math.Clamp(sample.Values[i], inside.Values[0], inside.Values[^1]);
        return column with { Values = values.ToImmutable() };
    }

    private static IEnumerable<ValueFinding> Of(SourceColumn column, string[] ids)
    {
        if (column.Property.Kind == PropertyKind.Vector) yield break;
        var whole = ValueSample.Of(column, ids);
        if (whole.Count < FewestValues) yield break;
        if (Commonest(whole) is { } finding) yield return finding;
        if (column.Property.Kind != PropertyKind.Number) yield break;
        var (sample, sentinels, outliers) = Split(whole);
        if (sentinels.Count > 0) yield return OfSentinels(whole, sentinels);
        if (outliers.Length > 0) yield return OfOutliers(sample, outliers);
    }

    private static (ValueSample Others, HashSet<int> Sentinels, ImmutableArray<int> Outliers) Split(ValueSample whole)
    {
        var sentinels = Sentinels.In(whole).Select(i => whole.Places[i]).ToHashSet();
        var rest = whole.Without(sentinels);
        return (rest, sentinels, Outliers.In(rest));
    }

    private static ValueFinding OfSentinels(ValueSample sample, HashSet<int> places)
    {
        int[] at = [.. Enumerable.Range(0, sample.Count).Where(i => places.Contains(sample.Places[i]))];
        return new(
            ValueFindingKind.Sentinel, sample.Property.Name, [.. at.Select(i => sample.Ids[sample.Places[i]])],
            $"{sample.Property.Name}: {(at.Length == 1 ? "a value looks" : $"{at.Length} values look")} like no value: "
                + sample.Listed(at));
    }

    private static ValueFinding OfOutliers(ValueSample sample, ImmutableArray<int> at)
    {
        var inside = sample.Without(at.Select(i => sample.Places[i]).ToHashSet());
        var median = inside.Median;
        var next = Math.Max(inside.Values[^1] - median, median - inside.Values[0]);
        var times = Math.Abs(sample.Values[at[0]] - median) / next;
        return new(
            ValueFindingKind.Outlier, sample.Property.Name, [.. at.Select(i => sample.Ids[sample.Places[i]])],
            $"{sample.Property.Name}: {sample.Listed([.. at])}; all others are from {ValueSample.Number(inside.Values[0])} to "
                + $"{sample.Shown(inside.Values[^1])}, with the median {ValueSample.Number(median)}, so "
                + $"{(at.Length == 1 ? "it" : "the first")} is {ValueSample.Number(times)} times as far out as the next");
    }

    private static ValueFinding? Commonest(ValueSample sample)
    {
        var (value, count) = sample.Values.CountBy(v => v).MaxBy(g => g.Value);
        var shown = sample.Property.Kind == PropertyKind.Classes ? sample.Property.Classes[(int)value] : sample.Shown(value);
        if (count == sample.Count)
            return new(
                ValueFindingKind.Constant, sample.Property.Name, [],
                $"{sample.Property.Name}: all {count} materials have {shown}, so it tells nothing");
        return count < NearlyAll * sample.Count
            ? null
            : new(
                ValueFindingKind.NearlyConstant, sample.Property.Name, [],
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{sample.Property.Name}: {count} of {sample.Count} materials have {shown}; all that models can learn stands on the "
                        + $"other {sample.Count - count}"));
    }
}
