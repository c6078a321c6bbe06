using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Those that tell most about the edges of the first lattice ([P], Table 2: sampling increases coverage of weak and critical edges): the
/// sum over edges of weight times uncertainty, which is the spread of the models for the target, and for the feature where it is predicted,
/// in units of the standard deviation of what is measured.
/// </summary>
internal sealed class EntangledPolicy : LoopPolicy
{
    public override string Name => "entangled";

    public override string Meaning => "takes what tells most about the edges of the first lattice: weight times uncertainty, whatever "
        + "the goals";

    public override ImmutableArray<int> Choose(LoopView view)
    {
        var places = view.Goals.Select((g, i) => (g.Property, Place: i)).ToDictionary(g => g.Property, g => g.Place);
        double[] units = [.. Enumerable.Range(0, view.Goals.Length).Select(g => Unit(view, g))];
        // Without any weight all targets count alike.
        (PropertyName Feature, PropertyName Target, double Weight)[] edges =
            [.. view.FirstLattice.Where(e => e.Weight > 0).Select(e => (e.Feature, e.Target, e.Weight))];
        if (edges.Length == 0) edges = [.. view.Goals.Select(g => (g.Property, g.Property, 1.0))];
        return Best(view, i => edges.Sum(e => e.Weight * (Uncertainty(e.Feature, i) + Uncertainty(e.Target, i))));

        double Uncertainty(PropertyName property, int candidate) =>
            places.TryGetValue(property, out var place) ? view.Predictions[place].Of(candidate).Spread / units[place] : 0;
    }

    private static double Unit(LoopView view, int goal) =>
        Ensemble.Spread([.. view.Measured.Select(m => m[goal])]) is > 0 and var spread ? spread : 1;
}
