using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Phantom;

namespace Tomography.Reports;

/// <summary>What was found in one representation of a phantom, against what is true of it.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Edges">Every edge whose truth is known, with its verdict.</param>
internal sealed record TruthComparison(Representation Representation, ImmutableArray<(TrueEdge Truth, EdgeVerdict Verdict)> Edges)
{
    /// <summary>The comparisons of a study, in the order of its representations; empty where no truth is known.</summary>
    public static ImmutableArray<TruthComparison> Of(ReportInput input)
    {
        var verdicts = input.Analysis.Verdicts.Where(v => v.Feature.Single is not null)
            .ToDictionary(v => (v.Representation, v.Feature.Single!.Value, v.Target));
        return
        [
            .. input.Truth.Where(t => verdicts.ContainsKey(Key(t))).GroupBy(t => t.Representation)
                .Select(g => new TruthComparison(g.Key, [.. g.Select(t => (t, verdicts[Key(t)]))])),
        ];

        static (Representation, Datasets.PropertyName, Datasets.PropertyName) Key(TrueEdge t) => (t.Representation, t.Feature, t.Target);
    }

    /// <summary>How many edges are of a kind.</summary>
    public int Count(TruthKind kind) => Edges.Count(e => e.Truth.Kind == kind);

    /// <summary>How many edges of a kind have a verdict of <em>informs</em>.</summary>
    public int Found(TruthKind kind) => Edges.Count(e => e.Truth.Kind == kind && e.Verdict.Kind == VerdictKind.Informs);

    /// <summary>How many edges of a kind have a verdict that claims something, <em>informs</em> or <em>harms</em>.</summary>
    public int Claimed(TruthKind kind) =>
        Edges.Count(e => e.Truth.Kind == kind && e.Verdict.IsClaim);
}
