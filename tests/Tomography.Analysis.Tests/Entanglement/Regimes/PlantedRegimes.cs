using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>
/// Importance tables whose regime is known: true reductions are planted, five seeds and two controls are drawn around them with noise.
/// </summary>
internal static class PlantedRegimes
{
    // The rules were chosen on the draws from 0 on; these were drawn once they stood.
    private const int FirstDraw = 31_415_926;

    private const int Seeds = 5;
    private const double Noise = 0.02;

    /// <summary>A lattice with two earlier ones; all but the dynamic keep their truth and have fresh noise.</summary>
    public static (EntanglementLattice[] Earlier, EntanglementLattice Current) Draw(Regime regime, int number)
    {
        var random = new Random(FirstDraw + 1000 * (int)regime + number);
        var size = random.Next(8, 15);
        var targets = size - random.Next(0, size / 4 + 1);
        var (truth, controls) = Truth(regime, random, size, targets);
        var runs = new List<EntanglementLattice>();
        for (var run = 0; run < 3; run++)
        {
            if (regime == Regime.Dynamic) (truth, controls) = Truth(regime, random, size, targets);
            runs.Add(Measure(random, truth, controls, targets));
        }

        return ([.. runs.Take(2)], runs[2]);
    }

    // True relative reduction of each feature (row) for each target; negative is harmful. And that of the controls per target.
    private static (double[,] Truth, double[] Controls) Truth(Regime regime, Random random, int size, int targets)
    {
        var truth = new double[size, targets];
        var controls = new double[targets];
        var modules = random.Next(2, Math.Min(4, size / 3) + 1);
        var hubs = random.Next(1, 3);
        for (var feature = 0; feature < size; feature++)
            for (var target = 0; target < targets; target++)
            {
                var chance = regime switch
                {
                    Regime.Sparse => 0.05,
                    Regime.Structured => feature % modules == target % modules ? 0.9 : 0.04,
                    Regime.Dense => 0.8,
                    Regime.Asymmetric => feature < hubs ? 0.95 : 0.04,
                    Regime.Dynamic => 0.4,
                    _ => 0.1,
                };
                var harmful = regime == Regime.Pathological ? 0.3 : 0.01;
                if (random.NextDouble() < chance) truth[feature, target] = 0.1 + 0.3 * random.NextDouble();
                else if (random.NextDouble() < harmful) truth[feature, target] = -0.05 - 0.2 * random.NextDouble();
                else if (regime == Regime.Pathological && random.NextDouble() < 0.3) truth[feature, target] = 0.08;
            }

        if (regime == Regime.Pathological)
            for (var target = 0; target < targets; target++)
                controls[target] = 0.12;
        return (truth, controls);
    }

    private static EntanglementLattice Measure(Random random, double[,] truth, double[] controls, int targets)
    {
        var (noise, shuffled) = (new PropertyName("noise"), new PropertyName("shuffled"));
        PropertyName[] names = [.. Enumerable.Range(0, truth.GetLength(0)).Select(place => new PropertyName($"property-{place}"))];
        Property[] columns = [.. names.Take(targets).Select(name => SmallStudy.Number(name))];
        var rows = names.Select((feature, row) => Row(feature, column => truth[row, column]))
            .Append(Row(noise, _ => 0))
            .Append(Row(shuffled, column => controls[column]));
        PropertySet[] features = [.. names.Append(noise).Append(shuffled)];
        var table = new ImportanceTable(Representation.Structure, [.. features], [.. columns], [.. rows]);
        return LatticeBuilder.Of(table, [noise, shuffled]);

        ImmutableArray<ImportanceCell> Row(PropertyName feature, Func<int, double> reduction) =>
            [.. columns.Select((target, column) => Cell(feature, target.Name, reduction(column), random))];
    }

    private static ImportanceCell Cell(PropertyName feature, PropertyName target, double reduction, Random random)
    {
        var changes = Enumerable
            .Range(0, Seeds)
            .Select(seed => new SeedChange(seed, Math.Max(-1, -reduction + Normal(random) * (Noise + 0.1 * Math.Abs(reduction)))))
            .ToImmutableArray();
        var paired = ImportanceMeasure.Paired([.. changes.Select(change => (1.0, 1 + change.Change))]);
        return new(feature, target, paired, paired, Seeds, Seeds, Seeds, Seeds) { SeedChanges = changes };
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
