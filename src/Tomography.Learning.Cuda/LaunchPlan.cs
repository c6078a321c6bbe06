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
    private const int Chunk = 32, MostRows = 8, FewRows = 4;
    private const int PredictionThreads = 64, ProductChunk = 1024;

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

    /// <summary>Predictions of heads, 64 crystals to a block. Where targets are missing its threads count those that are there.</summary>
    public static KernelLaunch Predictions(int crystals, bool training, bool isMasked, int task = -1) =>
        Each("prediction", crystals, PredictionThreads) with
        {
            IsOfHeads = true, SharedFloats = isMasked ? PredictionThreads : 0, Arguments = new(0, training ? 1 : 0, Task: task),
        };

    /// <summary>The products of the gradients of every two tasks.</summary>
    public static KernelLaunch GradientProducts(int tasks) =>
        new("gradient_products", tasks * tasks, 1, 1, 128, 2 * ProductChunk, new(0));

    /// <summary>
    /// Sums of z over the bonds of each crystal: a thread per channel walks all of them. Terms stay in memory: nobody else needs a thread's
    /// own, and shared memory would leave place for few blocks.
    /// </summary>
    public KernelLaunch BondSums(int crystals, int layer) => PerCrystal("bond_sums", crystals, layer, rows: 2, distances: 0);

    /// <summary>Gates and their gradients: a warp per node and 32 columns, eight at a time where crystals have so many.</summary>
    public KernelLaunch Gates(string kernel, int crystals, int layer) => PerCrystal(
        kernel, crystals, layer, sizes.Nodes.Mean > FewRows ? MostRows : FewRows,
        Math.Min(sizes.Distances.Usual, sharedFloats / (2 * Chunk)));

    private static int Blocks(int length, int size) => (length + size - 1) / size;

    private KernelLaunch PerCrystal(string kernel, int crystals, int layer, int rows, int distances) => new(
        kernel, crystals, 1, Blocks(layout.Stride, Chunk), rows * Chunk, distances * 2 * Chunk, new(layer, TermRoom: distances));
}
