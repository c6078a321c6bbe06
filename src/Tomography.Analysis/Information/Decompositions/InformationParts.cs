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

    /// <summary>
    /// What the first adds where the second is known, I(T; S1 | S2): unique and synergetic. It is the same in every decomposition.
    /// </summary>
    public double Added => UniqueFirst + Synergetic;

    /// <summary>The parts that follow from one of them and the information of the sources; what rounding leaves below 0 is cut.</summary>
    internal static InformationParts Of(double redundant, double first, double second, double joint) => new(
        Math.Max(0, redundant),
        Math.Max(0, first - redundant),
        Math.Max(0, second - redundant),
        Math.Max(0, joint - first - second + redundant));
}
