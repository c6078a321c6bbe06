using Tomography.Learning;
using Tomography.Learning.Kernels;

namespace Tomography.Benchmarks;

/// <summary>Counts the floating-point operations that the engine does, from the shapes of its kernels.</summary>
internal static class OperationCount
{
    // Per bond and channel pair: two exponentials of 13 multiply-adds, logarithm of 8, one division, and some 35 further operations.
    private const double GateOperations = 105;

    // Per bond and channel: two additions for z, four operations for its statistics; two for z and six for its gradient.
    private const double StatisticsOperations = 6;
    private const double GradientOperations = 8;

    /// <summary>Operations of one training step per crystal, averaged over some crystals.</summary>
    public static double PerCrystal(PackedGraphs graphs, ReadOnlySpan<int> crystals, ParameterLayout layout)
    {
        double nodes = 0, bonds = 0, distances = 0;
        foreach (var c in crystals)
        {
            nodes += graphs.NodeStart.Span[c + 1] - graphs.NodeStart.Span[c];
            bonds += graphs.BondStart.Span[graphs.NodeStart.Span[c + 1]] - graphs.BondStart.Span[graphs.NodeStart.Span[c]];
            distances += graphs.DistanceStart.Span[c + 1] - graphs.DistanceStart.Span[c];
        }

        nodes /= crystals.Length;
        bonds /= crystals.Length;
        distances /= crystals.Length;
        double f = layout.Model.AtomFeatures, h = layout.Model.Hidden, window = Math.Min(BondExpansion<Lanes8>.Window, layout.Gaussians);
        // Forward, gradient of the input, gradient of the weight: three products of nodes x f x 4f; the first convolution works per
        // element, which is nearly nothing.
        var atoms = Math.Max(0, layout.Model.Convolutions - 1) * nodes * 3 * 2 * f * 4 * f;
        // Bond terms in three passes and W3's gradient: four times distances x window x 2f multiply-adds.
        var terms = layout.Model.Convolutions * distances * 4 * 2 * window * 2 * f;
        var gates = layout.Model.Convolutions * bonds * f * (GateOperations + 2 * (StatisticsOperations + GradientOperations));
        var sites = layout.Model.Convolutions * nodes * f * 80;
        var head = 3 * 2 * ((f + layout.FeatureLength) * h + (layout.Model.HiddenLayers - 1) * h * h);
        return atoms + terms + gates + sites + head;
    }
}
