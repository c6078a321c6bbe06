namespace Tomography.Analysis;

/// <summary>How the error of a representation's baseline stands to the ceiling of composition.</summary>
public enum CeilingClaim
{
    /// <summary>There are too few polymorphs to say anything.</summary>
    TooFewPolymorphs,

    /// <summary>The baseline has too few seeds to say anything.</summary>
    TooFewSeeds,

    /// <summary>The error of every seed is smaller than any function of the formula can reach.</summary>
    Beyond,

    /// <summary>The numbers do not say on which side of the ceiling the error lies.</summary>
    Near,

    /// <summary>The error of every seed is larger than what the formula alone allows.</summary>
    Above,

    /// <summary>The error of every seed is half as large again as what the formula alone allows, at least.</summary>
    FarAbove,
}
