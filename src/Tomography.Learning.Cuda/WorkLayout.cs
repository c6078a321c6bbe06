namespace Tomography.Learning.Cuda;

/// <summary>The memory that one model works in, buffer behind buffer.</summary>
internal sealed class WorkLayout
{
    private const int Alignment = 64; // floats; kernels read four at a time
    private const int GroupCrystals = 8, GradientRows = 128;

    private long _end;

    /// <summary>Lays out the memory of a model.</summary>
    /// <param name="model">Its parameters; of models with features the one with most.</param>
    /// <param name="species">Elements of the dataset.</param>
    /// <param name="room">The largest batch.</param>
    /// <param name="tasks">Targets of a model, at most.</param>
    public WorkLayout(ParameterLayout model, int species, BatchRoom room, int tasks)
    {
        long s = model.Stride, h = model.HiddenStride, layers = model.Convolutions.Length, hiddenLayers = model.Model.HiddenLayers;
        long nodes = room.Nodes, crystals = room.Crystals;
        var rows = (Math.Max(nodes, species) + GradientRows - 1) / GradientRows;
        Room = room;
        Offsets = new()
        {
            SpeciesVectors = Take(species * s),
            Terms = Take(species * 4 * s),
            LaterTerms = Take(Math.Max(0, layers - 1) * nodes * 4 * s),
            Moments = Take(layers * nodes * 4 * s),
            Sums = Take(layers * nodes * s),
            Slope = Take(layers * nodes * s),
            Output = Take(layers * nodes * s),
            Norms = Take(layers * 12 * s),
            BondPartial = Take(crystals * 4 * s),
            BondConstants = Take(4 * s),
            PooledActivation = Take(crystals * s),
            PooledSlope = Take(crystals * s),
            Hidden = Take(tasks * hiddenLayers * crystals * h),
            HiddenSlope = Take(tasks * hiddenLayers * crystals * h),
            Errors = Take(tasks * 2 * 2 * crystals),
            VarianceErrors = Take(2 * crystals),
            Labelled = Take(tasks),
            Gradients = Take(model.Size),
            NodeGradient = Take(2 * nodes * s),
            SumGradient = Take(nodes * s),
            AtomGradient = Take(nodes * 4 * s),
            BondGradient = Take(room.Bonds * 2L * s),
            BondTerms = Take(layers * room.Distances * 2L * s),
            WeightPartial = Take((crystals + GroupCrystals - 1) / GroupCrystals * model.Gaussians * 2 * s),
            WeightRows = Take(layers > 0 ? rows * 4 * model.Model.AtomFeatures * s : 0),
            SpeciesGradient = Take(species * s),
            SpeciesTerms = Take(species * 4 * s),
            HiddenGradient = Take(tasks * 2 * crystals * h),
            PooledGradient = Take(crystals * s),
            TaskGradients = Take(tasks > 1 ? (long)tasks * model.SharedSize : 0),
            SharedBefore = Take(tasks > 1 ? model.SharedSize : 0),
        };
    }

    /// <summary>The largest batch.</summary>
    public BatchRoom Room { get; }

    /// <summary>Where each buffer begins.</summary>
    public WorkOffsets Offsets { get; }

    /// <summary>Floats from model to model.</summary>
    public long Stride => _end;

    private long Take(long floats)
    {
        var start = _end;
        _end += (floats + Alignment - 1) / Alignment * Alignment;
        return start;
    }
}
