namespace Tomography.Learning;

/// <summary>Over which materials mean and standard deviation of a property are taken.</summary>
public enum NormalizationScope
{
    /// <summary>All materials of the dataset, as in [T].</summary>
    Dataset,

    /// <summary>The training part alone.</summary>
    Training,
}
