using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>
/// Studies whose regime is known: true effects are planted, and for each edge, baseline and control models of every seed are drawn around
/// them, with the noise that training has. From there on all is as in a study.
/// </summary>
internal static class PlantedRegimes
{
    // The rules were chosen on the draws from 0 on; these were drawn once they stood.
    private const int FirstDraw = 31_415_926;

    private const double TestToTrain = 1.0 / 3, Sampling = 0.01;

    private static readonly PropertyName s_shuffled = new("shuffled");
    private static readonly VerdictSettings s_rule = new();
    private static readonly LatticeSettings s_settings = new();

    /// <summary>What is said of the regime of a study; two earlier runs stand beside it.</summary>
    public static RegimeFinding Found(PlantedStudy study)
    {
        var (earlier, findings, current) = Drawn(study);
        var draws = VerdictDraws.Of(findings, s_rule, study.Draws)
            .Select(drawn => LatticeMeasures.Of(current.Judged(drawn), earlier, s_settings));
        return RegimeFinding.Of(LatticeMeasures.Of(current, earlier, s_settings), [.. draws], new());
    }

    /// <summary>A lattice with two earlier ones; all but the dynamic keep their truth and have fresh noise.</summary>
    public static (EntanglementLattice[] Earlier, ImmutableArray<EdgeFindings> Findings, EntanglementLattice Current) Drawn(
        PlantedStudy study)
    {
        var random = new Random(FirstDraw + 1000 * (int)study.Planted + study.Number);
        var size = study.IsSmall ? random.Next(4, 7) : random.Next(8, 15);
        var targets = size - random.Next(0, size / 4 + 1);
        var truth = new PlantedTruth(study.Planted, random, size, targets);
        var runs = new List<(ImmutableArray<EdgeFindings> Findings, EntanglementLattice Lattice)>();
        for (var run = 0; run < 3; run++)
        {
            if (study.Planted == Planted.Dynamic) truth = new(study.Planted, random, size, targets);
            runs.Add(Measured(random, truth, study, size, targets));
        }

        return ([runs[0].Lattice, runs[1].Lattice], runs[2].Findings, runs[2].Lattice);
    }

    private static (ImmutableArray<EdgeFindings> Findings, EntanglementLattice Lattice) Measured(
        Random random, PlantedTruth truth, PlantedStudy study, int size, int targets)
    {
        PropertyName[] names = [.. Enumerable.Range(0, size).Select(place => new PropertyName($"property-{place}"))];
        var findings = ImmutableArray.CreateBuilder<EdgeFindings>();
        for (var target = 0; target < targets; target++)
        {
            var baseline = Noise(random, study);
            var control = Noise(random, study);
            int[] features = [.. Enumerable.Range(0, size).Where(feature => feature != target)];
            var models = Array.ConvertAll(features, _ => Noise(random, study));
            var effects = EffectEstimator.Finished(
            [
                Parts(random, truth.Controls[target], control, baseline),
                .. features.Select((feature, k) => Parts(random, truth.Effects[feature, target], models[k], baseline)),
            ]);
            var against = EffectEstimator.Finished(
            [
                .. features.Select((feature, k) => Parts(
                    random, (1 + truth.Effects[feature, target]) / (1 + truth.Controls[target]) - 1, models[k], control)),
            ]);
            findings.AddRange(features.Select((feature, k) =>
                new EdgeFindings(Representation.Structure, names[feature], names[target], VerdictReason.None, effects[k + 1])
                {
                    Control = s_shuffled, ControlEffect = effects[0], AgainstControl = against[k],
                }));
        }

        var all = findings.ToImmutable();
        var edges = VerdictRule.Decide(all, s_rule).Select(verdict =>
            new Edge(verdict.Feature.Single!.Value, verdict.Target, verdict, [new(1, verdict.Effect!.Change)]));
        return (all, new(Representation.Structure, [.. names], [.. names.Take(targets)], [.. edges], [], []));
    }

    // Of a model: its training for each seed, after what all seeds have in common because their training parts overlap.
    private static double[] Noise(Random random, PlantedStudy study)
    {
        var common = Math.Sqrt(TestToTrain) * Normal(random);
        return [.. Enumerable.Range(0, study.Seeds).Select(_ => (Normal(random) + common) * study.Scatter / Math.Sqrt(2))];
    }

    private static EffectParts Parts(Random random, double truth, double[] with, double[] without)
    {
        var changes = with.Zip(without, (more, less) => (1 + truth) * (1 + more - less) - 1).ToArray();
        var mean = changes.Average();
        return new(
            mean + Sampling * Normal(random), Sampling * Sampling, 0,
            changes.Sum(change => (change - mean) * (change - mean)) / (changes.Length - 1), TestToTrain, 200, changes.Length, 200, 0.5, 0,
            0);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
