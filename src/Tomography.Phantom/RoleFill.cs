using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>A role of a formula type and the ions that may take it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Count">Atoms per formula unit.</param>
/// <param name="Candidates">Ions that may take it; one listed twice is drawn twice as often.</param>
public sealed record RoleFill(SiteRole Role, int Count, ImmutableArray<Ion> Candidates)
{
    /// <summary>True for A, B and C.</summary>
    public bool IsCation => Role is SiteRole.A or SiteRole.B or SiteRole.C;
}
