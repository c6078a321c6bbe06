using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>At random by shares, a deal of its own per seed ([T]).</summary>
internal sealed class RandomSplit : SplitRule
{
    /// <inheritdoc/>
    public override bool Applies(SplitSettings settings) => settings.IsByShares;

    /// <inheritdoc/>
    public override Split Deal(SplitSettings settings, SplitMaterials materials, IReadOnlyList<string>? groups, long seed, int place) =>
        Split.ByShares(materials.Count, groups, settings.Shares, seed);
}
