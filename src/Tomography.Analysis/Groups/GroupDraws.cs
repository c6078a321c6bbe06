using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Draws what the true effects of transfers might be: each from Student's t around what was measured, as far to both sides as its interval
/// reaches. Each of the two models that it compares brings half of the variance, and the effects on a target share the model alone.
/// </summary>
/// <param name="verdicts">The transfers of one representation; those without an effect are left out.</param>
internal sealed class GroupDraws(IEnumerable<EdgeVerdict> verdicts)
{
    /// <summary>How many there are.</summary>
    public const int Count = 1000;

    private const ulong Stream = 0x67726f757073;
    private const double NearlyNormal = 1000;

    private readonly EdgeVerdict[] _edges = [.. verdicts.Where(v => v.Effect is not null)];

    /// <summary>What was measured: changes by partners and target.</summary>
    public Dictionary<(PropertySet Partners, PropertyName Target), double> Measured() =>
        _edges.ToDictionary(v => (v.Feature, v.Target), v => v.Effect!.Change);

    /// <summary>What was drawn, the same every time.</summary>
    public IEnumerable<Dictionary<(PropertySet Partners, PropertyName Target), double>> All()
    {
        var random = new SplitMixSource(Stream);
        for (var draw = 0; draw < Count; draw++)
        {
            var alone = new Dictionary<PropertyName, double>();
            yield return _edges.ToDictionary(v => (v.Feature, v.Target), v =>
            {
                if (!alone.TryGetValue(v.Target, out var baseline)) alone[v.Target] = baseline = Normal(random);
                var effect = v.Effect!;
                var scale = effect.DegreesOfFreedom > NearlyNormal ? 1
                    : Math.Sqrt(effect.DegreesOfFreedom
                        / MathNet.Numerics.Distributions.ChiSquared.Sample(random, effect.DegreesOfFreedom));
                return effect.At(scale * (Normal(random) - baseline) / Math.Sqrt(2));
            });
        }
    }

    private static double Normal(Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
}
