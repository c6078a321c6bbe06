namespace Tomography.Analysis;

/// <summary>How information is divided into parts.</summary>
/// <param name="Id">Its short name, as in <c>analysis.json</c>.</param>
/// <param name="Title">Its name for people.</param>
public sealed record DecompositionMethod(string Id, string Title)
{
    /// <summary>Bertschinger, Rauh, Olbrich, Jost and Ay (Entropy 16, 2161, 2014), on binned values.</summary>
    public static DecompositionMethod Broja { get; } = new("broja", "BROJA");

    /// <summary>Williams and Beer (arXiv:1004.2515) with I_min, on binned values.</summary>
    public static DecompositionMethod WilliamsBeer { get; } = new("williams-beer", "Williams and Beer");

    /// <summary>Barrett (PRE 91, 052802, 2015): numbers by their ranks as jointly normal ones, without bins.</summary>
    public static DecompositionMethod Gaussian { get; } = new("gaussian", "Gaussian");
}
