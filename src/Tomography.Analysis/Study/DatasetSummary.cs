namespace Tomography.Analysis;

/// <summary>What reports say about the dataset of a study.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsSynthetic">True for a phantom; every report says so.</param>
/// <param name="Materials">How many materials were used.</param>
/// <param name="Formulas">How many distinct reduced formulas they have.</param>
/// <param name="UniqueFormulas">How many materials have a formula that no other material of the dataset has.</param>
/// <param name="SetAside">How many materials of the source could not be used (unreadable crystal, missing value).</param>
public sealed record DatasetSummary(string Name, bool IsSynthetic, int Materials, int Formulas, int UniqueFormulas, int SetAside)
{
    /// <summary>Share, in 0..1, of materials whose formula is unique in the dataset (0.5908 in [T]).</summary>
    public double UniqueFormulaShare => Materials == 0 ? 0 : (double)UniqueFormulas / Materials;
}
