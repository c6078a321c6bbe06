using System.Collections.Immutable;
using Shouldly;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>Lattices of transfers and of starts are held against those of earlier runs, like those of features.</summary>
public class TransfersDrift
{
    [Fact]
    public void A_transfer_that_turns_is_told_beyond_what_chance_explains()
    {
        var before = Analysis((partners, target) => target == "a" && partners == new PropertyName("b") ? -0.2 : 0);
        var same = Analysis((partners, target) => target == "a" && partners == new PropertyName("b") ? -0.2 : 0, before);
        var turned = Analysis((partners, target) => target == "a" && partners == new PropertyName("b") ? 0.3 : 0, before);

        before.Measures.Drift.ShouldBeNull("there is no earlier run");
        before.Loop.ShouldBeNull();
        same.Measures.Drift!.Change.ShouldBe(0);
        (turned.Measures.Drift!.Runs, turned.Measures.Drift.SignFlips).ShouldBe((2, 1));
        turned.Measures[LatticeMeasure.DriftBeyondSeeds]!.Value.ShouldBeGreaterThan(0.1);
        turned.Loop!.Steps.ShouldHaveSingleItem();
        Checklist.Of(Empty, [Features], [], NoPlan, Of(turned)).Single(item => item.Place == ChecklistPlace.RetrainingCadence)
            .Number.ShouldBe(turned.Measures[LatticeMeasure.DriftBeyondSeeds]);
        Checklist.Of(Empty, [Features], [], NoPlan, Of(before)).Single(item => item.Place == ChecklistPlace.RetrainingCadence)
            .Status.ShouldBe(ChecklistStatus.NotMeasured);
    }

    [Fact]
    public void Starts_are_held_against_those_of_the_same_number_of_labels()
    {
        var asked = new List<LatticeKind>();
        var (results, options) = SimulatedStarts.Make(0, 0, (source, labels) => source == "a" && labels == 50 ? -0.4 : 0);
        var before = StudyAnalyzer.Analyze(results, options).Sequence!;
        var (changed, _) = SimulatedStarts.Make(1, 0, (source, labels) => source == "a" && labels == 200 ? -0.4 : 0);
        var now = StudyAnalyzer.Analyze(changed, options with
        {
            EarlierThan = (kind, _) =>
            {
                asked.Add(kind);
                return [[.. before.Lattices.Where(l => l.Labels == kind.Labels).Select(l => l.Analysis.Lattice)]];
            },
        }).Sequence!;

        asked.ShouldBe([LatticeKind.Features, .. new int?[] { 50, 200, null }.Select(l => new LatticeKind(EdgeKind.Start, l))],
            ignoreOrder: true);
        now.Lattices.Select(l => l.Analysis.Measures.Drift!.Runs).ShouldBe([2, 2, 2]);
        now.Lattices.ShouldAllBe(l => l.Analysis.Loop!.Steps.Single().Cycle.IsEmpty);
    }

    private static readonly DatasetSummary Empty = new("data", false, 0, 0, 0, 0);

    private static readonly SteeringPlan NoPlan = new(0, [], [], [], 0, 0, 0);

    private static LatticeAnalysis Features { get; } =
        StudyAnalyzer.Analyze(new SimulatedTogether().Make().Results).Entanglement.Representations.Single();

    private static TransferAnalysis Of(LatticeAnalysis lattice) => new()
    {
        Properties = [], Verdicts = [], Lattices = [lattice], Gradients = [], Comparisons = [], Agreements = [],
    };

    private static LatticeAnalysis Analysis(Func<PropertySet, string, double> change, LatticeAnalysis? before = null)
    {
        var (results, options) = new SimulatedTogether { Change = change }.Make();
        ImmutableArray<ImmutableArray<EntanglementLattice>> runs = before is null ? [] : [[before.Lattice]];
        return StudyAnalyzer.Analyze(results, options with
        {
            EarlierThan = (kind, _) => kind == LatticeKind.Transfers ? runs : [],
        }).Transfer!.Lattices.Single();
    }
}
