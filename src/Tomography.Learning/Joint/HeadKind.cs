namespace Tomography.Learning;

/// <summary>What a head predicts of its target, and by which loss it learns it.</summary>
public enum HeadKind
{
    /// <summary>A number, by the mean squared error of the normalised target.</summary>
    Number,

    /// <summary>
    /// One of two classes, by the logistic loss log(1 + exp(p)) - t p of the log-odds p of the second class, t being 1 for it and 0 for the
    /// first.
    /// </summary>
    TwoClasses,
}
