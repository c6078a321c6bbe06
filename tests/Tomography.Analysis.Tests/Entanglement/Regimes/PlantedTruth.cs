namespace Tomography.Analysis.Tests;

/// <summary>True relative changes of the error, negative where a feature informs: what is planted.</summary>
internal sealed class PlantedTruth
{
    public PlantedTruth(Planted planted, Random random, int size, int targets)
    {
        Effects = new double[size, targets];
        Controls = new double[targets];
        if (planted == Planted.Nothing) return;
        var modules = random.Next(2, Math.Clamp(size / 3, 2, 4) + 1);
        var hubs = random.Next(1, size < 8 ? 2 : 3);
        for (var feature = 0; feature < size; feature++)
            for (var target = 0; target < targets; target++)
            {
                var chance = planted switch
                {
                    Planted.Sparse => 0.08,
                    Planted.Structured => feature % modules == target % modules ? 0.9 : 0.04,
                    Planted.Dense => 0.8,
                    Planted.Asymmetric => feature < hubs ? 0.95 : 0.04,
                    Planted.Dynamic => 0.4,
                    Planted.Shapeless => 0.25,
                    _ => 0.1,
                };
                var harmful = planted == Planted.Pathological ? 0.3 : 0.01;
                if (random.NextDouble() < chance) Effects[feature, target] = -0.1 - 0.3 * random.NextDouble();
                else if (random.NextDouble() < harmful) Effects[feature, target] = 0.1 + 0.2 * random.NextDouble();
            }

        // Where a control takes off an eighth of the error, no feature can be trusted to inform.
        if (planted == Planted.Pathological)
            for (var target = 0; target < targets; target += 3) Controls[target] = -0.125;
    }

    /// <summary>Change of the error of each target (column) by each feature (row).</summary>
    public double[,] Effects { get; }

    /// <summary>Change of the error of each target by a control.</summary>
    public double[] Controls { get; }
}
