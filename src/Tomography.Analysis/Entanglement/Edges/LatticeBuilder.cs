using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Builds entanglement lattices from verdicts, and from the importance tables in the paired form that stand beside them.</summary>
internal static class LatticeBuilder
{
    /// <summary>The lattice of one representation.</summary>
    /// <param name="table">Importance of every feature for every target, controls included.</param>
    /// <param name="controls">Features that are controls.</param>
    /// <param name="verdicts">The verdicts of the study: one at least for each cell of a single feature that is asked for.</param>
    public static EntanglementLattice Of(
        ImportanceTable table, IReadOnlyCollection<PropertyName> controls, IEnumerable<EdgeVerdict> verdicts)
    {
        // A set of several features is no node: an edge starts at one property.
        var single = table.Where(features => features.Single is not null);
        var features = single.Features.Select(row => row.Single!.Value).Where(feature => !controls.Contains(feature)).ToArray();
        var targets = table.Targets.Select(target => target.Name).ToImmutableArray();
        var ofControls = single.Where(features => controls.Contains(features.Single!.Value));
        var known = verdicts.Where(verdict => verdict.Representation == table.Representation)
            .ToDictionary(verdict => (verdict.Feature, verdict.Target));
        var edges = ImmutableArray.CreateBuilder<Edge>();
        var unmeasured = ImmutableArray.CreateBuilder<PropertyPair>();
        foreach (var cell in single.Cells)
        {
            if (cell.IsSelf || cell.PlannedSeeds == 0 || controls.Contains(FeatureOf(cell))) continue;
            if (cell.SeedChanges.IsEmpty) unmeasured.Add(new(FeatureOf(cell), cell.Target));
            else edges.Add(new(FeatureOf(cell), cell.Target, known[(cell.Features, cell.Target)], cell.SeedChanges));
        }

        return new(
            table.Representation,
            [.. features.Union(targets)],
            targets,
            edges.ToImmutable(),
            unmeasured.ToImmutable(),
            [
                .. targets.Select((target, column) => Level(
                    target, Uninformed(ofControls, column).Select(cell => (FeatureOf(cell), cell.SeedChanges)))),
            ]);
    }

    /// <summary>What the controls reach for a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="controls">The controls with the changes of their seeds, none where a control was not measured.</param>
    public static ControlLevel Level(PropertyName target, IEnumerable<(PropertyName Control, ImmutableArray<SeedChange> Changes)> controls)
    {
        var measured = controls
            .Where(control => !control.Changes.IsEmpty)
            .Select(control => (control.Control, Reduction: -ErrorRange.Of([.. control.Changes.Select(seed => seed.Change)]).Mean))
            .ToArray();
        if (measured.Length == 0) return new(target, null, null);
        var (name, reduction) = measured.MaxBy(control => control.Reduction);
        var (worst, least) = measured.MinBy(control => control.Reduction);
        return new(target, name, reduction) { WorstControl = worst, Increase = -least };
    }

    // The positive control is no level of chance.
    private static IEnumerable<ImportanceCell> Uninformed(ImportanceTable controls, int column) =>
        controls.Rows.Select(row => row[column]).Where(cell => !cell.IsSelf);

    private static PropertyName FeatureOf(ImportanceCell cell) => cell.Features.Single!.Value;
}
