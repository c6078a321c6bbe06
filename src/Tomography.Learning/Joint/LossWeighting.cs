namespace Tomography.Learning;

/// <summary>How the losses of the tasks of a joint model are added up.</summary>
public enum LossWeighting
{
    /// <summary>Each counts once.</summary>
    Equal,

    /// <summary>As the user says.</summary>
    Given,

    /// <summary>
    /// By a log-variance s per task that is learnt along (Kendall, Gal and Cipolla, CVPR 2018): exp(-s) / 2 of a squared error or exp(-s)
    /// of a logistic loss, plus s / 2. It starts at -0.5.
    /// </summary>
    Uncertainty,
}
