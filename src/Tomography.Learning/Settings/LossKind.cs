namespace Tomography.Learning;

/// <summary>What a model of one number makes small.</summary>
public enum LossKind
{
    /// <summary>The mean squared error: [T].</summary>
    Squared,

    /// <summary>
    /// The negative log-likelihood of a normal error whose variance the model predicts, too, by a second output (Nix and Weigend 1994);
    /// see <see cref="GaussianLoss"/>.
    /// </summary>
    Gaussian,
}
