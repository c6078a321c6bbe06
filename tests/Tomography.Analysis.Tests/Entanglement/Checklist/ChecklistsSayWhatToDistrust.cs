using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class ChecklistsSayWhatToDistrust
{
    private static readonly int[] Seeds = [1, 2];

    private static StudyResults Results { get; } = Study([S], [Volume, Density], [Volume, Density, BandGap], Seeds,
        Errors(S, Volume, null, Seeds, 1, 1), Errors(S, Density, null, Seeds, 1, 1),
        Errors(S, Volume, Density, Seeds, 0.5, 0.9), Errors(S, Volume, BandGap, Seeds, 1.5, 1.5),
        Errors(S, Density, Volume, Seeds, 0.6, 0.6), Errors(S, Density, BandGap, Seeds, 1, 1));

    [Fact]
    public void Each_of_the_eight_places_says_what_was_measured()
    {
        var checklist = StudyAnalyzer.Analyze(Results).Entanglement.Checklist;

        checklist.Select(item => item.Place).ShouldBe(Enum.GetValues<ChecklistPlace>());
        Item(ChecklistPlace.DataMix, ChecklistStatus.Pass, 0.4);
        Item(ChecklistPlace.SharingDepth, ChecklistStatus.NotMeasured, null);
        // Strengths: volume 0.4, density 0.3, band-gap 0: 2 (0.1 + 0.4 + 0.3) / (2 * 3 * 0.7).
        Item(ChecklistPlace.LossWeights, ChecklistStatus.Pass, 1.6 / 4.2);
        // volume with density 0.2 / (0.2 + 0.3), density with volume 0.
        Item(ChecklistPlace.JointUncertainty, ChecklistStatus.Pass, 0.2);
        // One harmful edge of four; it needs no control.
        Item(ChecklistPlace.RiskGates, ChecklistStatus.Attention, 0.25);
        Item(ChecklistPlace.WhereToSample, ChecklistStatus.Attention, 0.25);
        Item(ChecklistPlace.RetrainingCadence, ChecklistStatus.NotMeasured, null);
        Item(ChecklistPlace.ManyObjectives, ChecklistStatus.Attention, 1);

        void Item(ChecklistPlace place, ChecklistStatus status, double? number)
        {
            var item = checklist.Single(item => item.Place == place);
            item.Status.ShouldBe(status, place.ToString());
            if (number is null) item.Number.ShouldBeNull();
            else item.Number!.Value.ShouldBe(number.Value, 1e-12, place.ToString());
            item.Measured.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public void Without_controls_risk_gates_do_not_pass()
    {
        var noHarm = Results with { Scores = [.. Results.Scores.Where(score => score.Model.Features != BandGap)] };

        StudyAnalyzer
            .Analyze(noHarm)
            .Entanglement.Checklist.Single(item => item.Place == ChecklistPlace.RiskGates)
            .Status.ShouldBe(ChecklistStatus.NotMeasured);
    }

    [Fact]
    public void A_study_without_results_passes_nowhere_but_in_its_data()
    {
        var checklist = StudyAnalyzer.Analyze(Results with { Scores = [] }).Entanglement.Checklist;

        checklist.Where(item => item.Place != ChecklistPlace.DataMix).ShouldAllBe(item => item.Status == ChecklistStatus.NotMeasured);
    }

    [Fact]
    public void An_earlier_run_and_latent_vectors_fill_their_places()
    {
        var lattice = StudyAnalyzer.Analyze(Results).Entanglement.Representations[0].Lattice;
        LatentMatrix Vectors(params double[] values) => new(3, 1, values);
        var options = new AnalysisOptions
        {
            EarlierRuns = [[lattice]],
            Latents = [new(S, 1, [new(Volume, Vectors(1, 2, 3)), new(Density, Vectors(1, 2, 3))])],
        };

        var checklist = StudyAnalyzer.Analyze(Results, options).Entanglement.Checklist;

        checklist.Single(item => item.Place == ChecklistPlace.RetrainingCadence).Number.ShouldBe(0);
        checklist.Single(item => item.Place == ChecklistPlace.SharingDepth).Number!.Value.ShouldBe(1, 1e-12);
    }
}
