using Shouldly;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class ChecklistsSayWhatToDistrust
{
    private static readonly int[] Seeds = [1, 2, 3];

    private static readonly PropertyName[] s_names = [Volume, Density, BandGap, new("energy")];

    // Relative changes: volume informs all others, density volume and energy; band-gap harms volume and energy.
    private static StudyResults Results { get; } = Made((feature, target) => (feature, target) switch
    {
        (0, _) => -0.3,
        (1, 0) or (1, 3) => -0.2,
        (2, 0) or (2, 3) => 0.25,
        _ => 0,
    });

    private static StudyAnalysis Analysis { get; } = Analysed(Results);

    [Fact]
    public void Each_of_the_eight_places_says_what_was_measured()
    {
        var checklist = Analysis.Entanglement.Checklist;

        checklist.Select(item => item.Place).ShouldBe(Enum.GetValues<ChecklistPlace>());
        Item(ChecklistPlace.DataMix, ChecklistStatus.Pass, 0.4);
        Item(ChecklistPlace.SharingDepth, ChecklistStatus.NotMeasured, null);
        // Strengths: 0, 0, density 0.4 and volume 0.9: (-3 * 0 - 1 * 0 + 1 * 0.4 + 3 * 0.9) / (4 * 1.3).
        Item(ChecklistPlace.LossWeights, ChecklistStatus.Attention, (3 * 0.9 + 0.4) / (4 * 1.3));
        Item(ChecklistPlace.JointUncertainty, ChecklistStatus.Pass, null);
        // Two of twelve edges harm.
        Item(ChecklistPlace.RiskGates, ChecklistStatus.Attention, 2.0 / 12);
        Item(ChecklistPlace.RetrainingCadence, ChecklistStatus.NotMeasured, null);
        // Volume with each of the three others, density with energy.
        Item(ChecklistPlace.ManyObjectives, ChecklistStatus.Attention, 4.0 / 6);

        void Item(ChecklistPlace place, ChecklistStatus status, double? number)
        {
            var item = checklist.Single(item => item.Place == place);
            item.Status.ShouldBe(status, place.ToString());
            if (status == ChecklistStatus.NotMeasured) item.Number.ShouldBeNull();
            else if (number is not null) item.Number!.Value.ShouldBe(number.Value, 1e-9, place.ToString());
            item.Measured.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public void A_place_that_depends_on_the_lattice_has_an_item_for_each_representation()
    {
        var checklist = StudyAnalyzer.Analyze(Study([S, C], [Volume], [Density], Seeds)).Entanglement.Checklist;

        checklist.Where(item => item.Place == ChecklistPlace.RiskGates).Select(item => item.Representation).ShouldBe([S, C]);
        checklist.Single(item => item.Place == ChecklistPlace.DataMix).Representation.ShouldBeNull();
    }

    [Fact]
    public void Wide_intervals_ask_for_attention()
    {
        // A tenth, with a scatter over three seeds of which the interval reaches further than half of it.
        var wide = Analysed(Made((feature, _) => feature == 0 ? -0.1 : 0, 0.035));

        var real = wide.Entanglement.Representations[0].Lattice.RealEdges.ToArray();
        real.ShouldNotBeEmpty();
        var item = wide.Entanglement.Checklist.Single(item => item.Place == ChecklistPlace.JointUncertainty);
        (item.Status, item.Number).ShouldBe((ChecklistStatus.Attention, real.Average(edge => edge.Uncertainty)));
    }

    [Fact]
    public void Without_controls_risk_gates_do_not_pass() =>
        Analysed(Made((feature, _) => feature == 0 ? -0.3 : 0)).Entanglement.Checklist
            .Single(item => item.Place == ChecklistPlace.RiskGates).Status.ShouldBe(ChecklistStatus.NotMeasured);

    [Fact]
    public void A_study_without_results_passes_nowhere_but_in_its_data()
    {
        var checklist = StudyAnalyzer.Analyze(Results with { Scores = [] }).Entanglement.Checklist;

        checklist.Where(item => item.Place != ChecklistPlace.DataMix).ShouldAllBe(item => item.Status == ChecklistStatus.NotMeasured);
    }

    [Fact]
    public void An_earlier_run_and_latent_vectors_fill_their_places()
    {
        var lattice = Analysis.Entanglement.Representations[0].Lattice;
        LatentMatrix Vectors(params double[] values) => new(3, 1, values);

        var checklist = Analysed(Results, new()
        {
            EarlierRuns = [[lattice]],
            Latents = [new(S, 1, [new(Volume, Vectors(1, 2, 3)), new(Density, Vectors(1, 2, 3))])],
        }).Entanglement.Checklist;

        checklist.Single(item => item.Place == ChecklistPlace.RetrainingCadence).Number.ShouldBe(0);
        checklist.Single(item => item.Place == ChecklistPlace.SharingDepth).Number!.Value.ShouldBe(1, 1e-12);
    }

    private static StudyAnalysis Analysed(StudyResults results, AnalysisOptions? options = null) =>
        StudyAnalyzer.Analyze(results, (options ?? new()).WithCrystals(results));

    // Baseline errors of 1; by how much a feature changes those of a target, by their places, with seeds a little apart.
    private static StudyResults Made(Func<int, int, double> change, double scatter = 0.005)
    {
        var scores =
            from target in Enumerable.Range(0, s_names.Length)
            from feature in Enumerable.Range(-1, s_names.Length + 1)
            where feature != target
            select feature < 0
                ? Errors(S, s_names[target], null, Seeds, 1, 1, 1)
                : Errors(S, s_names[target], s_names[feature], Seeds, [.. new[] { 0, 1, -1 }.Select(step =>
                    (double?)(1 + change(feature, target) + step * scatter))]);
        return Study([S], s_names, [.. s_names.Select(name => (PropertySet)name)], Seeds, [.. scores]).Converged();
    }
}
