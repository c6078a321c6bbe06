using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Says which features are significant for which targets: those whose upper bound is below 0 ([T]).</summary>
internal static class SignificanceAnalysis
{
    /// <summary>Table 1 of [T].</summary>
    /// <param name="tables">
    /// The tables of one study, at most one per representation, without the controls (<see cref="ImportanceTable.Where"/>).
    /// </param>
    /// <param name="form">The form of importance that decides.</param>
    public static SignificanceSets SetsOf(ImmutableArray<ImportanceTable> tables, ImportanceForm form)
    {
        var structure = tables.SingleOrDefault(table => table.Representation == Representation.Structure);
        var composition = tables.SingleOrDefault(table => table.Representation == Representation.Composition);
        if ((structure ?? composition) is not { } any) return new(form, [], null);

        var rows = any.Targets.Select((target, column) => Row(target.Name, column, structure, composition, form)).ToImmutableArray();
        ImmutableArray<FeatureCount>? counts = structure is null || composition is null
            ? null
            : [.. any.Features.Select(features => 
                new FeatureCount(features, rows.Count(row => row.CompositionOnly!.Value.Contains(features))))];
        return new(form, rows, counts);
    }

    /// <summary>The couplings of a table in numbers.</summary>
    public static CouplingSummary SummaryOf(ImportanceTable table, ImportanceForm form)
    {
        var couplings = table.Cells.Where(cell => !cell.ContainsTarget && cell.PlannedSeeds > 0).ToArray();
        return new(
            table.Representation,
            form,
            couplings.Length,
            couplings.Count(cell => cell.In(form).Percent is null),
            couplings.Count(cell => cell.In(form).IsSignificant),
            couplings.Count(cell => cell.In(form).IsHarmful),
            couplings.Where(cell => cell.In(form).Percent is not null).Sum(cell => ByChance(cell, form)),
            couplings.Where(cell => cell.In(form).IsSignificant).MinBy(cell => cell.In(form).Percent!.Value.Change));
    }

    /// <summary>Table 1 by verdicts.</summary>
    /// <param name="verdicts">The verdicts of the study.</param>
    /// <param name="results">The study.</param>
    public static VerdictSets SetsOf(ImmutableArray<EdgeVerdict> verdicts, StudyResults results)
    {
        var structure = results.Representations.Contains(Representation.Structure);
        var composition = results.Representations.Contains(Representation.Composition);
        if (!structure && !composition) return new([], null);
        var known = verdicts.ToLookup(verdict => (verdict.Representation, verdict.Target));
        var rows = results.Targets.Select(target => Row(target.Name)).ToImmutableArray();
        ImmutableArray<FeatureCount>? counts = structure && composition
            ?
            [
                .. results.Features.Where(features => !results.IsControl(features)).Select(features =>
                    new FeatureCount(features, rows.Count(row => row.CompositionOnly!.Value.Contains(features)))),
            ]
            : null;
        return new(rows, counts);

        TargetSignificance Row(PropertyName target)
        {
            ImmutableArray<PropertySet>? inStructure = structure ? With(Representation.Structure, VerdictKind.Informs) : null;
            ImmutableArray<PropertySet>? inComposition = composition ? With(Representation.Composition, VerdictKind.Informs) : null;
            return new(target, inStructure, inComposition, structure && composition
                ? [.. inComposition!.Value.Intersect(With(Representation.Structure, VerdictKind.Nothing))]
                : null);

            ImmutableArray<PropertySet> With(Representation representation, VerdictKind kind) =>
                [.. known[(representation, target)].Where(verdict => verdict.Kind == kind).Select(verdict => verdict.Feature)];
        }
    }

    private static double ByChance(ImportanceCell cell, ImportanceForm form)
    {
        if (form == ImportanceForm.Paired) return Math.Pow(2, -cell.PairedSeeds);
        var chance = 1.0;
        for (var i = 1; i <= cell.AugmentedSeeds; i++) chance *= (double)i / (cell.BaselineSeeds + i);
        return chance;
    }

    private static TargetSignificance Row(
        PropertyName target,
        int column,
        ImportanceTable? structure,
        ImportanceTable? composition,
        ImportanceForm form)
    {
        var inStructure = Significant(structure, column, form);
        var inComposition = Significant(composition, column, form);
        if (structure is null || inComposition is not { } features) return new(target, inStructure, inComposition, null);

        var decidedNot = structure.Rows.Select(row => row[column])
            .Where(cell => cell.In(form).Percent is { IsSignificant: false })
            .Select(cell => cell.Features);
        return new(target, inStructure, features, [.. features.Intersect(decidedNot)]);
    }

    private static ImmutableArray<PropertySet>? Significant(ImportanceTable? table, int column, ImportanceForm form) =>
        table is null
            ? null
            : [
                .. table.Rows.Select(row => row[column])
                    .Where(cell => !cell.ContainsTarget && cell.In(form).IsSignificant)
                    .Select(cell => cell.Features),
            ];
}
