namespace Tomography.Analysis;

/// <summary>How there come to be crystals that a model did not see.</summary>
public enum UnseenDesign
{
    /// <summary>A part of the dataset is held out of every seed, so that all models predict it.</summary>
    HeldOut,

    /// <summary>The test parts of the seeds: a crystal is predicted by those models that tested it, and by no other.</summary>
    Tested,
}
