namespace Tomography.Analysis.Tests;

/// <summary>Fronts and volumes by their definitions, for costs on a small grid of whole numbers.</summary>
internal static class BruteForce
{
    /// <summary>The volume by counting the unit cells that some choice dominates.</summary>
    public static double Volume(IReadOnlyList<double[]> costs, double[] reference)
    {
        var cell = new int[reference.Length];
        var count = 0;
        do
        {
            if (costs.Any(c => c.Zip(cell, (cost, low) => cost <= low).All(is_ => is_))) count++;
        }
        while (Next(cell, reference));
        return count;
    }

    /// <summary>Whether one choice dominates another.</summary>
    public static bool Dominates(double[] one, double[] other) =>
        one.Zip(other, (a, b) => a <= b).All(holds => holds) && one.Zip(other, (a, b) => a < b).Any(holds => holds);

    /// <summary>The layers by taking off one front after the other.</summary>
    public static int[] Layers(IReadOnlyList<double[]> costs)
    {
        var layers = Enumerable.Repeat(-1, costs.Count).ToArray();
        for (var layer = 0; layers.Contains(-1); layer++)
        {
            var left = Enumerable.Range(0, costs.Count).Where(i => layers[i] < 0).ToArray();
            foreach (var i in left.Where(i => !left.Any(j => Dominates(costs[j], costs[i]))).ToArray()) layers[i] = layer;
        }

        return layers;
    }

    private static bool Next(int[] cell, double[] reference)
    {
        for (var d = 0; d < cell.Length; d++)
        {
            if (++cell[d] < reference[d]) return true;
            cell[d] = 0;
        }

        return false;
    }
}
