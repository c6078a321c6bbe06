using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Builds entanglement lattices from importance tables, in the paired form.</summary>
internal static class LatticeBuilder
{
    /// <summary>The lattice of one representation.</summary>
    /// <param name="table">Importance of every feature for every target, controls included.</param>
    /// <param name="controls">Features that are controls.</param>
    /// <param name="settings">How many seeds an edge needs.</param>
    public static EntanglementLattice Of(
        ImportanceTable table, IReadOnlyCollection<PropertyName> controls, LatticeSettings? settings = null) =>
        Of(table, controls, LatticeSettings.Checked(settings), draw: null);

    /// <summary>The lattice that a draw of seeds gives, for the bootstrap; null draws every seed once.</summary>
    internal static EntanglementLattice Of(
        ImportanceTable table, IReadOnlyCollection<PropertyName> controls, LatticeSettings settings, SeedDraw? draw)
    {
        // A set of several features is no node: an edge starts at one property.
        var single = table.Where(features => features.Single is not null);
        var features = single.Features.Select(row => row.Single!.Value).Where(feature => !controls.Contains(feature)).ToArray();
        var targets = table.Targets.Select(target => target.Name).ToImmutableArray();
        var ofControls = single.Where(features => controls.Contains(features.Single!.Value));
        var levels = targets.Select((target, column) => Level(target, Uninformed(ofControls, column), draw)).ToImmutableArray();
        var edges = ImmutableArray.CreateBuilder<Edge>();
        var unmeasured = ImmutableArray.CreateBuilder<PropertyPair>();
        foreach (var row in single.Rows)
            for (var column = 0; column < targets.Length; column++)
            {
                var cell = row[column];
                if (cell.IsSelf || cell.PlannedSeeds == 0 || controls.Contains(FeatureOf(cell))) continue;
                var seeds = Drawn(cell.SeedChanges, draw);
                if (seeds.IsEmpty) unmeasured.Add(new(FeatureOf(cell), cell.Target));
                else edges.Add(EdgeOf(cell, seeds, levels[column].Reduction, settings));
            }

        return new(table.Representation, [.. features.Union(targets)], targets, edges.ToImmutable(), unmeasured.ToImmutable(), levels);
    }

    // The positive control is no level of chance.
    private static IEnumerable<ImportanceCell> Uninformed(ImportanceTable controls, int column) =>
        controls.Rows.Select(row => row[column]).Where(cell => !cell.IsSelf);

    private static PropertyName FeatureOf(ImportanceCell cell) => cell.Features.Single!.Value;

    private static Edge EdgeOf(ImportanceCell cell, ImmutableArray<SeedChange> seeds, double? controlReduction, LatticeSettings settings)
    {
        var range = ErrorRange.Of([.. seeds.Select(seed => seed.Change)]);
        var state =
            seeds.Length < settings.MinimumSeeds ? EdgeState.Inconclusive
            : range.Min > 0 ? EdgeState.Harmful
            : range.Max >= 0 ? EdgeState.Inconclusive
            : controlReduction is { } level && -range.Mean <= level ? EdgeState.Spurious
            : EdgeState.Significant;
        return new(FeatureOf(cell), cell.Target, Math.Max(0, -range.Mean), range.Mean, range.Min, range.Max, state, seeds);
    }

    private static ControlLevel Level(PropertyName target, IEnumerable<ImportanceCell> controls, SeedDraw? draw)
    {
        var measured = controls
            .Select(cell => (Feature: FeatureOf(cell), Seeds: Drawn(cell.SeedChanges, draw)))
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
