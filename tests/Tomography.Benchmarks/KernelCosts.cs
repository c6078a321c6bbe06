using Tomography.Learning;

namespace Tomography.Benchmarks;

/// <summary>
/// What the kernels of a GPU that take most of the time must do per model and step: operations, and bytes that they must read and write
/// where nothing but what a block shares stays on the chip. From the shapes of the work, for training alone.
/// </summary>
internal sealed class KernelCosts
{
    // As OperationCount has it: two exponentials, a logarithm, a division; X and Y; sums.
    private const double GateOperations = 105, SumOperations = 10, GradientOperations = 20;

    private readonly Dictionary<string, (double Operations, double Bytes)> _costs = new(StringComparer.Ordinal);

    /// <summary>Counts.</summary>
    /// <param name="graphs">The graphs.</param>
    /// <param name="layout">Sizes of the models.</param>
    /// <param name="crystals">Crystals of a step.</param>
    public KernelCosts(PackedGraphs graphs, ParameterLayout layout, int crystals)
    {
        double share = (double)crystals / graphs.Count, s = layout.Stride, l = layout.Convolutions.Length, k = layout.Gaussians;
        double n = share * graphs.Species.Length, b = share * graphs.Neighbour.Length, d = share * graphs.DistanceAngstrom.Length;
        double terms = 2 * 2 * 10 * d * s, product = 2 * n * layout.Model.AtomFeatures * 4 * s * (l - 1);
        const int Float = 4, Bond = 16, Expansion = 48, Place = 4;
        double blocks = n / 128 * 4 * layout.Model.AtomFeatures * s;
        Add("bond_terms", l * terms, l * (Float * 2 * d * s + Expansion * d));
        Add("bond_sums", l * 6 * 2 * b * s, l * (Float * (4 * n * s + 4 * crystals * s + 2 * d * s) + Bond * b));
        Add("gate_sums", l * b * s * (GateOperations + SumOperations), l * (Float * (9 * n * s + 2 * d * s) + Bond * b));
        Add(
            "gate_gradient", l * b * s * (GateOperations + GradientOperations),
            l * (Float * (7 * n * s + 2 * d * s + 2 * b * s) + Bond * b));
        Add("bond_gradient_sums", l * 4 * b * s, l * (Float * (2 * b * s + 2 * n * s + 2 * d * s) + 2 * Place * b));
        Add("atom_terms", product, (l - 1) * Float * 5 * n * s);
        Add("atom_weight_sums", product, (l - 1) * Float * (5 * n * s + blocks));
        Add("atom_weight_gradient", (l - 1) * blocks, (l - 1) * Float * blocks);
        Add("atom_input_gradient", product, (l - 1) * Float * 6 * n * s);
        Add("bond_weight_sums", l * 2 * 10 * 2 * d * s, l * Float * (2 * d * s + crystals / 8.0 * k * 2 * s));
        Add("bond_weight_gradient", l * crystals / 8.0 * k * 2 * s, l * Float * crystals / 8 * k * 2 * s);
        Add("site_update", l * 60 * n * s, l * Float * 6 * n * s);
        Add("norm_gradients", l * 20 * n * s, l * Float * 11 * n * s);
        Add("atom_bias_gradient", l * 2 * n * s, l * Float * 2 * n * s);
        Add("update", 4 * layout.Size, Float * 5 * layout.Size);

        void Add(string kernel, double operations, double bytes) => _costs[kernel] = (operations, bytes);
    }

    /// <summary>What a kernel must do per model and step; null where it is not counted.</summary>
    public (double Operations, double Bytes)? Of(string kernel) => _costs.TryGetValue(kernel, out var cost) ? cost : null;
}
