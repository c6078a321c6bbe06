namespace Tomography.Analysis;

/// <summary>The places where a pipeline decides ([P]).</summary>
public enum ChecklistPlace
{
    /// <summary>Which materials are in the data, and in what shares.</summary>
    DataMix,

    /// <summary>How many layers the properties share.</summary>
    SharingDepth,

    /// <summary>How the losses of the properties are weighted.</summary>
    LossWeights,

    /// <summary>Whether uncertainties are passed on together.</summary>
    JointUncertainty,

    /// <summary>What keeps untrustworthy couplings out.</summary>
    RiskGates,

    /// <summary>What to measure or train next.</summary>
    WhereToSample,

    /// <summary>How often models are trained anew.</summary>
    RetrainingCadence,

    /// <summary>Whether demands on several properties can be met at once.</summary>
    ManyObjectives,
}
