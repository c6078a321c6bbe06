namespace Tomography.Analysis;

/// <summary>Why a verdict is not to be trusted, or cannot be given.</summary>
public enum VerdictReason
{
    /// <summary>There is no reason to name.</summary>
    None,

    /// <summary>Values of feature or target are odd, and were used as they are.</summary>
    Data,

    /// <summary>Fewer than 50 crystals test a model.</summary>
    FewTestCrystals,

    /// <summary>Too few formulas are tested, or a few bring most of the crystals or of the error: how others differ is not known.</summary>
    FewFormulas,

    /// <summary>The error of a model is beyond sense.</summary>
    Diverged,

    /// <summary>The baseline is not clearly better than the best constant.</summary>
    BaselineLearntNothing,

    /// <summary>The best epoch of most models is at the end of their training.</summary>
    NotConverged,

    /// <summary>A feature without information does the same.</summary>
    ControlInforms,

    /// <summary>Seeds say the opposite of each other.</summary>
    SeedsContradict,

    /// <summary>The mean error becomes smaller and most crystals' errors larger, or the reverse.</summary>
    MeanAndShareContradict,

    /// <summary>Fewer than three seeds have both models.</summary>
    FewSeeds,

    /// <summary>The errors of single crystals are not there.</summary>
    NoPredictions,

    /// <summary>There is a control, and fewer than three seeds of the edge have it.</summary>
    NoControl,
}
