using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Phantom;

/// <summary>
/// What is true of the features and targets of a phantom whose formulas are shared by many materials: how much a feature takes off the
/// least possible error, from 50,000 materials beside those of the study. What a representation knows is stated: composition knows the
/// formula and the number of sites, structure all of the crystal but the size of its cell (docs/phantom.md).
/// </summary>
public static class PhantomTruth
{
    /// <summary>A feature that takes so much off the least error tells, a fraction.</summary>
    public const double Tells = 0.2;

    /// <summary>Less than this is nothing, a fraction: neighbours in a sample tell no less.</summary>
    public const double Nothing = 0.05;

    /// <summary>Materials that the least errors are taken from.</summary>
    public const int Materials = 50_000;

    private const int Cells = 40;

    /// <summary>
    /// The truth of every feature that is one property of the phantom, for every other target, by representation; empty where the phantom
    /// states no number of formulas, so that too few materials share one.
    /// </summary>
    /// <param name="settings">The phantom.</param>
    /// <param name="representations">Representations; others than structure and composition have no truth.</param>
    /// <param name="features">Features; what the phantom does not have is left out.</param>
    /// <param name="targets">Targets, numbers.</param>
    public static ImmutableArray<TrueEdge> Of(
        PhantomSettings settings, IReadOnlyList<Representation> representations, IReadOnlyList<PropertyName> features,
        IReadOnlyList<PropertyName> targets)
    {
        if (settings.Formulas is null) return [];
        var model = PhantomModel.Create();
        var materials = PhantomSample.OfFormulas(model, settings, Materials);
        var cells = PhantomSample.OfCells(model, settings, Materials / Cells, Cells);
        ImmutableArray<int> one = [.. new int[Materials]];
        var knows = new Dictionary<Representation, (PhantomSample Sample, ImmutableArray<int> Groups)>
        {
            [Representation.Composition] = (materials, Divided(materials.Groups, materials.Column(new("number-of-sites"))!)),
            [Representation.Structure] = (cells, cells.Groups),
        };
        var asked =
            from representation in representations.Where(knows.ContainsKey)
            from feature in features
            from target in targets
            where feature != target && materials.Column(feature) is not null && materials.Column(target) is not null
            select (representation, feature, target);
        return [.. asked.AsParallel().AsOrdered().Select(e => Edge(e.representation, e.feature, e.target))];

        TrueEdge Edge(Representation representation, PropertyName feature, PropertyName target)
        {
            var (sample, groups) = knows[representation];
            var reduction = Reduction(sample, groups, feature, target);
            var kind = reduction >= Tells ? TruthKind.Tells
                : reduction >= Nothing ? TruthKind.Little
                : Reduction(materials, one, feature, target) >= Nothing
                    || Reduction(materials, materials.Groups, feature, target) >= Nothing ? TruthKind.Learnable
                : TruthKind.None;
            return new(representation, feature, target, kind, reduction);
        }
    }

    private static double Reduction(PhantomSample sample, ImmutableArray<int> groups, PropertyName feature, PropertyName target)
    {
        var (x, y) = (sample.Column(feature)!, sample.Column(target)!.Values);
        var without = LeastError.Of(y, groups);
        // What is known to the last digit but for rounding cannot be told better.
        var scale = y.Average(v => Math.Abs(v));
        if (without <= 1e-6 * scale) return 0;
        var with = x.Property.Kind == PropertyKind.Classes
            ? LeastError.Of(y, Divided(groups, x))
            : LeastError.Of(y, groups, [.. x.Values.Select(Shown)]);
        return Math.Clamp(1 - with / without, 0, 1);
    }

    // Five digits: the last ones of a density tell the cell by its rounding, which no network could read.
    private static double Shown(double value)
    {
        if (value == 0) return 0;
        var scale = Math.Pow(10, 4 - Math.Floor(Math.Log10(Math.Abs(value))));
        return Math.Round(value * scale) / scale;
    }

    /// <summary>Groups divided by the values of a column.</summary>
    private static ImmutableArray<int> Divided(ImmutableArray<int> groups, PropertyColumn by)
    {
        var known = new Dictionary<(int, double), int>();
        return
        [
            .. groups.Select((g, i) => known.TryGetValue((g, by.Values[i]), out var part) ? part : known[(g, by.Values[i])] = known.Count),
        ];
    }
}
