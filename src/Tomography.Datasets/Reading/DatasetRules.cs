using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>What an experiment says of how its dataset is read.</summary>
public sealed record DatasetRules
{
    /// <summary>What holds where an experiment says nothing.</summary>
    public static DatasetRules Default { get; } = new();

    /// <summary>What becomes of crystals that contradict their own files.</summary>
    public ContradictionRule Contradictions { get; init; }

    /// <summary>What becomes of values that lie far from all others.</summary>
    public OutlierRule Outliers { get; init; }

    /// <summary>Which data block is meant where a CIF text has several with atoms; null where one that has is ambiguous.</summary>
    public CifBlockChoice? Block { get; init; }

    /// <summary>What becomes of disordered crystals.</summary>
    public DisorderRule Disorder { get; init; }
}
