using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>Builds entanglement lattices from importance tables, in the paired form.</summary>
public static class LatticeBuilder
{
    /// <summary>The lattice of one representation.</summary>
    /// <param name="table">Importance of every feature for every target, controls included.</param>
    /// <param name="controls">Features that are controls.</param>
    /// <param name="settings">How many seeds an edge needs.</param>
    public static EntanglementLattice Of(ImportanceTable table, IReadOnlyCollection<PropertyName> controls, LatticeSettings? settings = null) =>
        Of(table, controls, LatticeSettings.Checked(settings), draw: null);

    /// <summary>The lattice that a draw of seeds gives, for the bootstrap; null draws every seed once.</summary>
    internal static EntanglementLattice Of(ImportanceTable table, IReadOnlyCollection<PropertyName> controls, LatticeSettings settings, SeedDraw? draw)
    {
        var features = table.Features.Select(feature => feature.Name).Where(feature => !controls.Contains(feature)).ToArray();
        var targets = table.Targets.Select(target => target.Name).ToImmutableArray();
        var levels = targets.Select((target, column) => Level(target, table.Rows.Select(row => row[column]).Where(cell => controls.Contains(cell.Feature)), draw)).ToImmutableArray();
        var edges = ImmutableArray.CreateBuilder<Edge>();
        var unmeasured = ImmutableArray.CreateBuilder<PropertyPair>();
        foreach (var row in table.Rows)
            for (var column = 0; column < targets.Length; column++)
            {
                var cell = row[column];
                if (cell.IsSelf || controls.Contains(cell.Feature)) continue;
                var seeds = Drawn(cell.SeedChanges, draw);
                if (seeds.IsEmpty) unmeasured.Add(new(cell.Feature, cell.Target));
                else edges.Add(EdgeOf(cell, seeds, levels[column].Reduction, settings));
            }

        return new(table.Representation, [.. features.Union(targets)], targets, edges.ToImmutable(), unmeasured.ToImmutable(), levels);
    }

    private static Edge EdgeOf(ImportanceCell cell, ImmutableArray<SeedChange> seeds, double? controlReduction, LatticeSettings settings)
    {
        var range = ErrorRange.Of([.. seeds.Select(seed => seed.Change)]);
        var state =
            seeds.Length < settings.MinimumSeeds ? EdgeState.Inconclusive
            : range.Min > 0 ? EdgeState.Harmful
            : range.Max >= 0 ? EdgeState.Inconclusive
            : controlReduction is { } level && -range.Mean <= level ? EdgeState.Spurious
            : EdgeState.Significant;
        return new(cell.Feature, cell.Target, Math.Max(0, -range.Mean), range.Mean, range.Min, range.Max, state, seeds);
    }

    private static ControlLevel Level(PropertyName target, IEnumerable<ImportanceCell> controls, SeedDraw? draw)
    {
        var measured = controls
            .Select(cell => (cell.Feature, Seeds: Drawn(cell.SeedChanges, draw)))
            .Where(control => !control.Seeds.IsEmpty)
            .Select(control => (Control: control.Feature, Reduction: -ErrorRange.Of([.. control.Seeds.Select(seed => seed.Change)]).Mean))
            .ToArray();
        if (measured.Length == 0) return new(target, null, null);
        var (name, reduction) = measured.MaxBy(control => control.Reduction);
        var (worst, least) = measured.MinBy(control => control.Reduction);
        return new(target, name, reduction) { WorstControl = worst, Increase = -least };
    }

    private static ImmutableArray<SeedChange> Drawn(ImmutableArray<SeedChange> seeds, SeedDraw? draw) =>
        draw?.Of(seeds) ?? seeds;
}
