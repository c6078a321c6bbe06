namespace Tomography.Learning.Cuda;

/// <summary>
/// How blocks and threads are laid over the work. Nothing here changes a bit: every sum runs in the order that docs/numerics.md states.
/// </summary>
internal static class LaunchPlan
{
    /// <summary>Shared memory that every card gives a block without being asked: 48 KiB, in floats.</summary>
    private const int UsualSharedFloats = 12 * 1024;

    private const int Tile = 64, TileInner = 32, TileStride = Tile + 4, ProductThreads = 128, GradientRows = 128;
    private const int SumColumns = 16, SumThreads = 512;
    private const int Chunk = 32, GateRows = 4, TermRows = 4;
    private const int PredictionThreads = 64, GroupCrystals = 8, WeightThreads = 32, ProductChunk = 1024;

    /// <summary>Blocks of 64 that cover a length.</summary>
    public static int Tiles(int length) => Blocks(length, Tile);

    /// <summary>A matrix product or the gradient of a weight, in tiles of 64 x 64.</summary>
    public static KernelLaunch Product(string kernel, int columns, int rows, int layer = 0, int parts = 1) =>
        new(kernel, parts * Tiles(columns), 1, Tiles(rows), ProductThreads, 2 * TileInner * TileStride, new(layer));

    /// <summary>The gradient of the weights of atoms, in tiles of 64 x 64 for each 128 rows.</summary>
    public static KernelLaunch WeightSums(int columns, int inputs, int rows, int layer)
    {
        var launch = Product("atom_weight_sums", columns, inputs, layer);
        return launch with { Z = launch.Z * Blocks(rows, GradientRows) };
    }

    /// <summary>Sums down columns, 16 to a block.</summary>
    public static KernelLaunch Sums(string kernel, int columns, int sums, int layer = 0, int training = 1, int extra = 0) =>
        new(kernel, columns / SumColumns, 1, 1, SumThreads, sums * SumThreads + extra, new(layer, training));

    /// <summary>One thread per number.</summary>
    public static KernelLaunch Each(string kernel, long numbers, int threads = 128, int layer = 0, int training = 1, int z = 1) =>
        new(kernel, (int)((numbers + threads - 1) / threads), 1, z, threads, 0, new(layer, training));

    /// <summary>Predictions of heads, 64 crystals to a block. Where targets are missing its threads count those that are there.</summary>
    public static KernelLaunch Predictions(int crystals, bool training, bool isMasked, int task = -1) =>
        Each("prediction", crystals, PredictionThreads) with
        {
            IsOfHeads = true, SharedFloats = isMasked ? PredictionThreads : 0, Arguments = new(0, training ? 1 : 0, Task: task),
        };

    /// <summary>The products of the gradients of every two tasks.</summary>
    public static KernelLaunch GradientProducts(int tasks) =>
        new("gradient_products", tasks * tasks, 1, 1, 128, 2 * ProductChunk, new(0));

    /// <summary>The terms of distances, four pieces of a crystal's at a time.</summary>
    public static KernelLaunch BondTerms(int crystals, int stride, int layer) =>
        InChunks("bond_terms", crystals, stride, TermRows, layer);

    /// <summary>Sums of z over the bonds of each crystal: a thread per channel walks all of them.</summary>
    public static KernelLaunch BondSums(int crystals, int stride, int layer) => InChunks("bond_sums", crystals, stride, 2, layer);

    /// <summary>Gates and their gradients: a warp per node and 32 columns, whatever crystal the node is of.</summary>
    public static KernelLaunch Gates(string kernel, int nodes, int stride, int layer) =>
        InChunks(kernel, Math.Max(1, Blocks(nodes, GateRows)), stride, GateRows, layer);

    /// <summary>Sums of the gradients of a crystal's bonds, four lists at a time.</summary>
    public static KernelLaunch BondGradientSums(int crystals, int stride, int layer) =>
        InChunks("bond_gradient_sums", crystals, stride, GateRows, layer);

    /// <summary>Sums of groups of eight crystals, a thread per channel, in shared memory where Gaussians are not too many.</summary>
    public static KernelLaunch BondWeightSums(int crystals, int stride, int gaussians, int layer)
    {
        var shared = gaussians * WeightThreads <= UsualSharedFloats ? gaussians * WeightThreads : 0;
        return new(
            "bond_weight_sums", Blocks(crystals, GroupCrystals), 1, Blocks(2 * stride, WeightThreads), WeightThreads, shared,
            new(layer, IsShared: shared > 0 ? 1 : 0));
    }

    private static int Blocks(int length, int size) => (length + size - 1) / size;

    private static KernelLaunch InChunks(string kernel, int blocks, int stride, int rows, int layer) =>
        new(kernel, blocks, 1, Blocks(stride, Chunk), rows * Chunk, 0, new(layer));
}
