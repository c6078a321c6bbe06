using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// Puts the properties of a lattice on a circle: community by community with gaps between, those that are alone last. The same lattice
/// gives the same drawing.
/// </summary>
internal sealed record LatticeLayout(
    double Width,
    double Height,
    double CentreX,
    double CentreY,
    double Radius,
    ImmutableArray<LatticePlace> Places)
{
    public const double NodeRadius = 11;
    public const double LabelSize = 12.5;
    public const double LabelDistance = 32;

    private const double CharacterWidth = 0.58 * LabelSize;

    // Between communities, in places of a node.
    private const double Gap = 0.55;

    /// <summary>Lays a lattice out.</summary>
    public static LatticeLayout Of(LatticeAnalysis analysis)
    {
        var groups = Groups(analysis).ToArray();
        var count = analysis.Lattice.Nodes.Length;
        var radius = Math.Clamp(70 + 11 * count, 90, 270);
        var label = Math.Ceiling(analysis.Lattice.Nodes.Select(node => node.Value.Length).DefaultIfEmpty().Max() * CharacterWidth);
        var (centreX, centreY) = (radius + LabelDistance + label + 6, radius + LabelDistance + 24);
        var step = 2 * Math.PI / (count + (groups.Length > 1 ? groups.Length * Gap : 0));
        var places = ImmutableArray.CreateBuilder<LatticePlace>();
        var angle = -Math.PI / 2 + (groups.Length > 1 ? Gap / 2 * step : 0);
        foreach (var (community, members) in groups)
        {
            foreach (var node in members)
            {
                places.Add(new(node, community, centreX + radius * Math.Cos(angle), centreY + radius * Math.Sin(angle), angle));
                angle += step;
            }

            angle += Gap * step;
        }

        return new(2 * centreX, 2 * centreY, centreX, centreY, radius, places.ToImmutable());
    }

    private static IEnumerable<(int? Community, ImmutableArray<PropertyName> Members)> Groups(LatticeAnalysis analysis)
    {
        var place = 0;
        foreach (var community in analysis.Communities)
            yield return (place++, community.Members);
        ImmutableArray<PropertyName> alone =
        [
            .. analysis.Lattice.Nodes.Where(node => !analysis.Communities.Any(community => community.Members.Contains(node))),
        ];
        if (!alone.IsEmpty)
            yield return (null, alone);
    }
}
