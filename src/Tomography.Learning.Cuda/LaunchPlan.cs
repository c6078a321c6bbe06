namespace Tomography.Learning.Cuda;

/// <summary>
/// How blocks and threads are laid over the work. Nothing here changes a bit: every sum runs in the order that docs/numerics.md states.
/// </summary>
/// <param name="sizes">How large the crystals are.</param>
/// <param name="layout">Sizes of the models.</param>
/// <param name="sharedFloats">Shared memory that a block may have, in floats.</param>
internal sealed class LaunchPlan(GraphSizes sizes, ParameterLayout layout, int sharedFloats)
{
    /// <summary>Shared memory that every card gives a block without being asked: 48 KiB.</summary>
    public const int UsualSharedFloats = 12 * 1024;

    private const int Tile = 64, TileInner = 32, TileStride = Tile + 4, ProductThreads = 128;
    private const int SumColumns = 16, SumThreads = 512;
    private const int MostCrystalThreads = 128, GateGradientThreads = 64, MostNodeRoom = 16;

    /// <summary>Blocks of 64 that cover a length.</summary>
    public static int Tiles(int length) => Blocks(length, Tile);

    /// <summary>A matrix product or the gradient of a weight, in tiles of 64 x 64.</summary>
    public static KernelLaunch Product(string kernel, int columns, int rows, int layer = 0, int parts = 1) =>
        new(kernel, parts * Tiles(columns), 1, Tiles(rows), ProductThreads, 2 * TileInner * TileStride, new(layer));

    /// <summary>Sums down columns, 16 to a block.</summary>
    public static KernelLaunch Sums(string kernel, int columns, int sums, int layer = 0, int training = 1, int extra = 0) =>
        new(kernel, columns / SumColumns, 1, 1, SumThreads, sums * SumThreads + extra, new(layer, training));

    /// <summary>One thread per number.</summary>
    public static KernelLaunch Each(string kernel, long numbers, int threads = 128, int layer = 0, int training = 1, int z = 1) =>
        new(kernel, (int)((numbers + threads - 1) / threads), 1, z, threads, 0, new(layer, training));

    /// <summary>Sums of z over the bonds of each crystal: one thread per crystal and channel.</summary>
    public KernelLaunch BondSums(int crystals, int layer) =>
        PerCrystal("bond_sums", crystals, layer, 2 * layout.Stride, MostCrystalThreads, floatsPerDistance: 1, floatsPerNode: 0);

    /// <summary>Gated sums: one thread per crystal and column.</summary>
    public KernelLaunch GateSums(string kernel, int crystals, int layer) =>
        PerCrystal(kernel, crystals, layer, layout.Stride, MostCrystalThreads, floatsPerDistance: 2, floatsPerNode: 0);

    /// <summary>Gradients of the gates: one thread per crystal and column.</summary>
    public KernelLaunch GateGradient(int crystals, int layer) =>
        PerCrystal("gate_gradient", crystals, layer, layout.Stride, GateGradientThreads, floatsPerDistance: 4, floatsPerNode: 2);

    private static int Blocks(int length, int size) => (length + size - 1) / size;

    private KernelLaunch PerCrystal(
        string kernel, int crystals, int layer, int columns, int mostThreads, int floatsPerDistance, int floatsPerNode)
    {
        var width = Math.Min(columns, mostThreads);
        var perBlock = mostThreads / width;
        var threads = width * perBlock;
        var nodes = floatsPerNode == 0 ? 0 : Math.Min(sizes.Nodes.Usual, MostNodeRoom);
        var left = sharedFloats / threads - nodes * floatsPerNode;
        if (left < 0) (nodes, left) = (0, sharedFloats / threads);
        var distances = Math.Min(sizes.Distances.Usual, left / floatsPerDistance);
        var shared = threads * (distances * floatsPerDistance + nodes * floatsPerNode);
        return new(kernel, Blocks(crystals, perBlock), 1, 1, threads, shared, new(layer, 1, width, distances, nodes, perBlock));
    }
}
