using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Tomography.Crystals;

namespace Tomography.Analysis.Tests;

/// <summary>Crystals whose predictions and errors are drawn, so that what is true of them is known.</summary>
internal static class SimulatedCrystals
{
    /// <summary>
    /// Crystals of held-out parts: models scatter around the truth by a deviation that differs from crystal to crystal, and noise comes on
    /// top that no model can know.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <param name="models">How many models predict each.</param>
    /// <param name="seed">The draw.</param>
    /// <param name="perFormula">How many crystals share a formula, and with it half of the variance of the noise.</param>
    public static UnseenCrystals HeldOut(int count, int models, ulong seed, int perFormula = 1)
    {
        var normal = new Normal(0, 1, new SplitMixSource(seed));
        var (crystals, shared) = (ImmutableArray.CreateBuilder<UnseenCrystal>(), 0.0);
        for (var i = 0; i < count; i++)
        {
            if (i % perFormula == 0) shared = perFormula == 1 ? 0 : normal.Sample();
            var scatter = Math.Exp(normal.Sample() / 2);
            var own = perFormula == 1 ? normal.Sample() : Math.Sqrt(0.5) * (shared + normal.Sample());
            var truth = 10 * normal.Sample();
            crystals.Add(Crystal(i, truth + own, [.. Enumerable.Range(0, models).Select(_ => truth + scatter * normal.Sample())]) with
            {
                Formula = $"F{i / perFormula}", Distance = scatter, CrystalSystem = i % 3 == 0 ? "cubic" : "hexagonal",
            });
        }

        return new(Representation.Structure, new("volume"), UnseenDesign.HeldOut, [.. Enumerable.Range(1, models)], crystals.ToImmutable());
    }

    /// <summary>A crystal of its own formula that the first models predict.</summary>
    public static UnseenCrystal Crystal(int material, double truth, params ImmutableArray<double> predicted) =>
        new(material, $"m{material}", $"F{material}", truth, [.. Enumerable.Range(0, predicted.Length)], predicted);

    /// <summary>Held-out crystals of a target.</summary>
    public static UnseenCrystals Of(string target, params ImmutableArray<UnseenCrystal> crystals) => new(
        Representation.Structure, new(target), UnseenDesign.HeldOut, [.. Enumerable.Range(1, crystals[0].Predicted.Length)], crystals);
}
