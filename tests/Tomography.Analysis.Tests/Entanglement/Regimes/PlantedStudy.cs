namespace Tomography.Analysis.Tests;

/// <summary>How a study is made whose regime is known.</summary>
/// <param name="Planted">What is planted.</param>
/// <param name="Number">Which of many.</param>
/// <param name="Seeds">Seeds per edge.</param>
/// <param name="Scatter">
/// By how much the change of an edge differs from seed to seed because training does, a fraction; half of the variance is the baseline's.
/// </param>
/// <param name="IsSmall">Whether it has 4 to 6 properties, rather than 8 to 14.</param>
internal sealed record PlantedStudy(Planted Planted, int Number, int Seeds = 5, double Scatter = 0.03, bool IsSmall = false)
{
    /// <summary>How often its effects are drawn anew.</summary>
    public int Draws { get; init; } = 100;
}
