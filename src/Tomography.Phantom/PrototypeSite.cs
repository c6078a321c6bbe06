using Tomography.Crystals;

namespace Tomography.Phantom;

/// <summary>A site of a prototype.</summary>
/// <param name="Role">The part it plays.</param>
/// <param name="Fractional">Fractional coordinates in the conventional cell.</param>
public sealed record PrototypeSite(SiteRole Role, Vector3 Fractional);
