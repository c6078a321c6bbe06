using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>
/// What every kernel is told, field by field as in <c>step.h</c>, which says what each is: addresses on the device, offsets and sizes.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Step
{
    // Graphs.
    public ulong NodeStart, Species, Multiplicity, BondStart, Bond, DistanceStart;
    public ulong BondsOfDistanceStart, BondsOfDistance, BondsOfNeighbourStart, BondsOfNeighbour;
    public ulong Expansion, Sites, Elements;

    // Models.
    public ulong Parameters, Running, First, Second, Decayed, LossSums, TrunkRates, Sizes;

    // Who takes part, and with which batch.
    public ulong Slots, OrderOf, Batches, Heads, FirstHead, Measures, Predictions, LogVariances, Vectors;

    // Memory to work in.
    public ulong Work;
    public long WorkStride;
    public WorkOffsets Offsets;
    public long NodeRoom, CrystalRoom, DistanceRoom, PredictionStride, PredictionStart, MeasureStride, ParameterStride, RunningStride;

    // Sizes.
    public int Stride, HiddenStride, Atom, HiddenWidth, ElementFeatures, Gaussians, Window, SpeciesCount, Convolutions, HiddenLayers;
    public int Embedding, EmbeddingBias, Convolution, ConvolutionSize, SharedSize, PooledWidth;

    // The optimizer.
    public int IsAdam;
    public float Momentum, Decay;
    public double LearningRate, WeightDecay;
}
