using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Takes verdicts and lattices from models of several targets, and sets them beside what features and gradients say.</summary>
internal static class TransferAnalyzer
{
    /// <summary>The analysis of a study; null where it learns nothing together.</summary>
    /// <param name="results">The study.</param>
    /// <param name="features">The verdicts of its features.</param>
    /// <param name="options">Errors of single crystals, formulas and settings.</param>
    /// <param name="uncertainty">How sure predictions of models alone are; null where it was not asked for.</param>
    public static TransferAnalysis? Of(
        StudyResults results, ImmutableArray<EdgeVerdict> features, AnalysisOptions options, UncertaintyAnalysis? uncertainty = null)
    {
        if (results.Joint is not { } joint) return null;
        var findings = TransferEdges.FindingsOf(joint, options);
        var verdicts = VerdictRule.Decide(findings, options.Verdicts);
        var settings = LatticeSettings.Checked(options.Lattice) with { SmallestEffect = options.Verdicts.SmallestEffect };
        var draws = VerdictDraws.Of(findings, options.Verdicts, settings.Resamples);
        var gradients = GradientSummary.Of(joint.Gradients);
        ImmutableArray<TransferComparison> comparisons =
            [.. verdicts.Where(v => v.Feature.Count == 1).Select(v => Compared(v, features, gradients))];
        ImmutableArray<EntanglementLattice> lattices =
            [.. results.Representations.Select(r => TransferLattice.Of(r, joint, verdicts)).OfType<EntanglementLattice>()];
        var earlier = options.Earlier(LatticeKind.Transfers, lattices);
        return new()
        {
            Properties = joint.Properties,
            Verdicts = verdicts,
            Lattices =
            [
                .. lattices.Select(lattice => LatticeAnalyzer.Of(
                    lattice, [.. draws.Select(drawn => lattice.Judged(drawn))], earlier(lattice.Representation),
                    Own(lattice, joint, uncertainty), settings, options)),
            ],
            Gradients = gradients,
            Comparisons = comparisons,
            Agreements = TransferAgreement.Of(comparisons),
            Groups = GroupAnalyzer.Of(joint, verdicts, options.Groups),
        };
    }

    private static TransferComparison Compared(
        EdgeVerdict transfer, ImmutableArray<EdgeVerdict> features, ImmutableArray<GradientSummary> gradients)
    {
        var (from, to) = (transfer.Feature[0], transfer.Target);
        return new(
            from, to, transfer,
            features.FirstOrDefault(v =>
                v.Representation == transfer.Representation && v.Feature == transfer.Feature && v.Target == to),
            gradients.FirstOrDefault(g => g.Representation == transfer.Representation && g.Together.Count == 2 && g.From == from
                && g.To == to));
    }

    private static OwnUncertainty Own(EntanglementLattice lattice, JointResults joint, UncertaintyAnalysis? uncertainty) =>
        OwnUncertainty.Known(
            lattice.Representation,
            [
                .. lattice.Targets.Select(target => (target, OwnUncertainty.RangeOf(
                    joint.Runs.Where(run => run.Representation == lattice.Representation && run.Target == target)
                        .DistinctBy(run => run.Seed).Select(run => run.Alone)))),
            ],
            uncertainty);
}
