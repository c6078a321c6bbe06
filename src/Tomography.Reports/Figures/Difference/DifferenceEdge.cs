using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>An edge in both representations.</summary>
/// <param name="Features">The feature, or the set of them.</param>
/// <param name="Target">The target.</param>
/// <param name="Composition">What it does in composition.</param>
/// <param name="Structure">What it does in structure.</param>
internal sealed record DifferenceEdge(PropertySet Features, PropertyName Target, DifferenceSide Composition, DifferenceSide Structure)
{
    /// <summary>Whether the model is given the answer.</summary>
    public bool ContainsTarget { get; init; }

    /// <summary>Whether it informs in composition and shows to be nothing in structure (last column of Table 1 of [T]).</summary>
    public bool IsEncoded => Composition.Informs && Structure.Verdict?.Kind == VerdictKind.Nothing;

    /// <summary>All edges of a study of both representations, by features and then targets in its order.</summary>
    public static ImmutableArray<DifferenceEdge> Of(StudyAnalysis analysis)
    {
        var verdicts = analysis.Verdicts.ToDictionary(v => (v.Representation, v.Feature, v.Target));
        var tables = analysis.Importance.ToDictionary(table => table.Representation);
        return
        [
            .. from row in Enumerable.Range(0, analysis.Features.Length)
               from column in Enumerable.Range(0, analysis.Targets.Length)
               select new DifferenceEdge(
                   analysis.Features[row], analysis.Targets[column].Name, Side(Representation.Composition, row, column),
                   Side(Representation.Structure, row, column))
               {
                   ContainsTarget = analysis.Importance.Any(table => table[row, column].ContainsTarget),
               },
        ];

        // The effect that the verdict rests on; the mean over the seeds where there is none.
        DifferenceSide Side(Representation representation, int row, int column)
        {
            var cell = tables[representation][row, column];
            var verdict = verdicts.GetValueOrDefault((representation, cell.Features, cell.Target));
            return new(100 * verdict?.Effect?.Change ?? cell.Paired.Percent?.Change, verdict);
        }
    }
}
