namespace Tomography.Analysis;

/// <summary>How a batch is chosen.</summary>
/// <param name="Size">How many candidates, at least 0.</param>
/// <param name="Diversity">
/// How far from those chosen before it a candidate has to be to count in full, in units of the median distance of two candidates in latent
/// space; nearer ones count in proportion. 0 leaves distance aside.
/// </param>
public sealed record BatchSettings(int Size = BatchSettings.UsualSize, double Diversity = BatchSettings.UsualDiversity)
{
    /// <summary>The size where nobody says.</summary>
    public const int UsualSize = 10;

    /// <summary>The diversity where nobody says.</summary>
    public const double UsualDiversity = 0.5;

    /// <summary>
    /// The gates that stop candidates where nobody says: what lies outside the domain, and what is less sure than is asked for.
    /// </summary>
    public const StoppedBy UsualGates = StoppedBy.Domain | StoppedBy.Width;

    /// <summary>The gates that stop candidates; those that are left out are told and stop none.</summary>
    public StoppedBy Gates { get; init; } = UsualGates;
}
