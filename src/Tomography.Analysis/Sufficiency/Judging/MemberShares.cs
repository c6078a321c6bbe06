using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What each property of a set adds to the others, in bits and in parts.</summary>
/// <param name="target">The target.</param>
/// <param name="ranking">What properties tell.</param>
internal sealed class MemberShares(PropertyName target, PropertyRanking ranking)
{
    private static readonly PropertyName s_together = new("the-properties-before");
    private readonly InformationSettings _settings = new();

    /// <summary>The properties of a set, the one that tells most beyond those before it first.</summary>
    /// <param name="set">The set.</param>
    /// <param name="growthWithout">
    /// By how much the error of the set grows without a property, as a fraction; null where that is not known.
    /// </param>
    public ImmutableArray<MemberShare> Of(PropertySet set, Func<PropertyName, double?> growthWithout)
    {
        var shares = ImmutableArray.CreateBuilder<MemberShare>();
        var before = PropertySet.None;
        while (before.Count < set.Count)
        {
            var known = before;
            var next = set.Where(n => !known.Contains(n)).OrderByDescending(n => ranking.Told(n, known)).ThenBy(n => n).First();
            shares.Add(new(next, ranking.Told(next, before), before.IsEmpty ? null : Parts(next, before), growthWithout(next)));
            before = before.Union(next);
        }

        return shares.ToImmutable();
    }

    private PartsEstimate? Parts(PropertyName property, PropertySet before)
    {
        if (Second(before) is not { } second || !ranking.Columns[property].Components.IsEmpty) return null;
        var triple = new SourceTriple(
            ranking.Columns[target], ranking.Columns[property], second, new(_settings.Bins), _settings.SamplesPerCell);
        return PartsEstimate.Of(triple, _settings) is { IsEmpty: false } all ? all[0] : null;
    }

    // Several properties are one source by what they tell together: the best sum of their scores, as a decomposition takes two sources.
    private PropertyColumn? Second(PropertySet before)
    {
        PropertyColumn[] columns = [.. before.Select(name => ranking.Columns[name])];
        if (columns.Any(c => !c.Components.IsEmpty)) return null;
        if (columns.Length == 1) return columns[0];
        var places = Samples.Complete([ranking.Columns[target], .. columns]);
        double[][] terms = [.. columns.SelectMany(column => Terms(column, places))];
        if (places.Length <= 2 * terms.Length) return null;
        var scores = NormalScores.Of(Samples.At(ranking.Columns[target].Values.AsSpan(), places));
        var design = Matrix<double>.Build.DenseOfColumns(terms.Prepend([.. places.Select(_ => 1.0)]));
        // Terms may depend on each other, as classes that exclude one another do: a small ridge chooses one solution.
        var squares = design.TransposeThisAndMultiply(design) + 1e-6 * places.Length * Matrix<double>.Build.DenseIdentity(terms.Length + 1);
        var fitted = design * squares.Cholesky().Solve(design.TransposeThisAndMultiply(Vector<double>.Build.DenseOfArray(scores)));
        var values = Enumerable.Repeat(double.NaN, ranking.Columns[target].Values.Length).ToArray();
        for (var at = 0; at < places.Length; at++) values[places[at]] = fitted[at];
        return new(new(s_together, "", PropertyKind.Number, [], [], "What the properties before tell together."), [.. values]);
    }

    private static IEnumerable<double[]> Terms(PropertyColumn column, int[] places)
    {
        var values = Samples.At(column.Values.AsSpan(), places);
        if (column.Property.Kind == PropertyKind.Number) return [NormalScores.Of(values)];
        return values.Distinct().Order().Skip(1).Select(code => Array.ConvertAll(values, v => v == code ? 1.0 : 0));
    }
}
