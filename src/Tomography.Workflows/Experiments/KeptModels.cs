namespace Tomography.Workflows;

/// <summary>Of which models something is kept.</summary>
public enum KeptModels
{
    /// <summary>Of models without extra properties.</summary>
    Baselines,

    /// <summary>Of all models.</summary>
    All,

    /// <summary>Of none.</summary>
    None,
}
