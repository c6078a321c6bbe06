namespace Tomography.Analysis;

/// <summary>The two-source partial information decomposition of Williams and Beer (arXiv:1004.2515) with the redundancy I_min.</summary>
/// <remarks>
/// Redundant = sum over t of p(t) min over sources of the specific information I(T = t; S) (equation 4); unique i = I(T; S_i) - redundant;
/// synergetic = I(T; S1, S2) - I(T; S1) - I(T; S2) + redundant. Shares are plug-in, without correction, so that the parts add up.
/// </remarks>
internal sealed class WilliamsBeerDecomposition : Decomposition
{
    public override DecompositionMethod Method => DecompositionMethod.WilliamsBeer;

    public override Func<DealtTriple, InformationParts?>? For(SourceTriple triple) =>
        triple.IsSound ? dealt => Of(dealt.Table) : null;

    /// <summary>Decomposes what two sources tell about a target.</summary>
    /// <returns>The parts in bits; all 0 without samples.</returns>
    public static InformationParts Of(JointTable table)
    {
        var (first, second) = (table.First, table.Second);
        var redundant = first.SpecificBits
            .Select((bits, target) => first.Targets[target] * Math.Min(bits, second.SpecificBits[target])).Sum();
        return InformationParts.Of(redundant, first.Bits, second.Bits, table.Both.Bits);
    }
}
