namespace Tomography.Analysis;

/// <summary>
/// The decomposition of Bertschinger, Rauh, Olbrich, Jost and Ay (Entropy 16, 2161, 2014): of all tables in which the target meets each
/// source as often as it does here, the one in which both sources together tell least has no synergy.
/// </summary>
/// <remarks>
/// With I_Q that least joint information: unique 1 = I_Q - I(T; S2), unique 2 = I_Q - I(T; S1), redundant = I(T; S1) + I(T; S2) - I_Q,
/// synergetic = I(T; S1, S2) - I_Q. I_Q is found to <see cref="Tolerance"/> bits, rarely ten times that,
/// shown by a duality gap.
/// </remarks>
internal sealed class BrojaDecomposition : Decomposition
{
    /// <summary>How far the parts may be from exact, bits.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>The same for shuffled values, bits: many of them take the time.</summary>
    public const double ShuffledTolerance = 1e-3;

    public override DecompositionMethod Method => DecompositionMethod.Broja;

    public override Func<DealtTriple, InformationParts?>? For(SourceTriple triple) =>
        triple.IsSound ? dealt => Of(dealt.Table, dealt.IsShuffled ? ShuffledTolerance : Tolerance) : null;

    /// <summary>Decomposes what two sources tell about a target.</summary>
    /// <param name="table">How often they meet.</param>
    /// <param name="tolerance">How far the parts may be from exact, bits; above 0.</param>
    /// <returns>The parts in bits, all 0 without samples; null where the search does not end.</returns>
    public static InformationParts? Of(JointTable table, double tolerance = Tolerance)
    {
        var (first, second, joint) = (table.First.Bits, table.Second.Bits, table.Both.Bits);
        if (table.Samples == 0) return new(0, 0, 0, 0);
        if (LeastJointInformation.Of(table.First, table.Second, tolerance) is not { } least) return null;
        // What is left of the tolerance must make no part negative.
        var bounded = Math.Clamp(least, Math.Max(first, second), Math.Max(Math.Max(first, second), Math.Min(joint, first + second)));
        return InformationParts.Of(first + second - bounded, first, second, joint);
    }
}
