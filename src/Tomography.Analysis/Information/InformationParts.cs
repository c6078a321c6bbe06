namespace Tomography.Analysis;

/// <summary>What two sources tell about a target, in bits. The four parts add up to <see cref="Joint"/>; each is at least 0.</summary>
/// <param name="Redundant">What either of the two tells.</param>
/// <param name="UniqueFirst">What only the first tells.</param>
/// <param name="UniqueSecond">What only the second tells.</param>
/// <param name="Synergetic">What only both together tell.</param>
public sealed record InformationParts(double Redundant, double UniqueFirst, double UniqueSecond, double Synergetic)
{
    /// <summary>What both together tell about the target, I(T; S1, S2).</summary>
    public double Joint => Redundant + UniqueFirst + UniqueSecond + Synergetic;
}
