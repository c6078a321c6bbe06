using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class ControlsHaveTheWidthOfTheirFeatures
{
    private static readonly int[] Seeds = [1, 2];
    private static readonly PropertyName Oxide = new("oxide-type");
    private static readonly PropertyName ShuffledOxide = new("shuffled-oxide-type");

    [Fact]
    public void A_number_is_held_against_the_shuffled_number_and_classes_against_their_copy()
    {
        var results = Of([Density, Oxide], [ControlFeatures.Noise, ControlFeatures.Shuffled, ShuffledOxide]);
        results.ControlOf(Density).ShouldBe(ControlFeatures.Shuffled);
        results.ControlOf(Oxide).ShouldBe(ShuffledOxide);
        results.ControlOf(ControlFeatures.Noise).ShouldBeNull();
        results.ControlOf(PropertySet.None).ShouldBeNull();
    }

    [Fact]
    public void A_number_is_held_against_noise_where_nothing_is_shuffled()
    {
        var results = Of([Density, Oxide], [ControlFeatures.Noise]);
        results.ControlOf(Density).ShouldBe(ControlFeatures.Noise);
        results.ControlOf(Oxide).ShouldBeNull("one number is no control of several classes");
        Of([Density], []).ControlOf(Density).ShouldBeNull();
    }

    [Fact]
    public void A_set_is_held_against_the_copies_of_its_parts()
    {
        PropertySet set = Set(Density, Oxide), control = Set(new("shuffled-density"), ShuffledOxide);
        Of([set], [ControlFeatures.Shuffled, control]).ControlOf(set).ShouldBe(control);
        Of([set], [ControlFeatures.Shuffled]).ControlOf(set).ShouldBeNull();
    }

    [Fact]
    public void A_name_that_is_too_long_for_a_copy_has_none()
    {
        ControlFeatures.ShuffledOf(new PropertyName(new string('a', 91)))!.Value.Value.Length.ShouldBe(100);
        ControlFeatures.ShuffledOf(new PropertyName(new string('a', 92))).ShouldBeNull();
        ControlFeatures.ShuffledOf(Set(Density, new(new string('a', 92)))).ShouldBeNull();
    }

    [Fact]
    public void The_positive_control_says_what_the_answer_is_worth_and_is_no_level_of_chance()
    {
        var results = WithSelf(
            Errors(S, Volume, null, Seeds, 2, 2), Errors(S, Volume, Volume, Seeds, 0.5, 0.3),
            Errors(S, Volume, Density, Seeds, 1.8, 1.9), Errors(S, Density, null, Seeds, 2, 2),
            Errors(S, Density, Density, Seeds, 1.6, 1.4));

        var analysis = StudyAnalyzer.Analyze(results);

        analysis.PositiveControls.Select(control => (control.Target, Math.Round(control.Reduction, 9), control.Seeds, control.IsWeak))
            .ShouldBe([(Volume, 0.8, 2, false), (Density, 0.25, 2, true)]);
        analysis.Importance[0][1, 0].IsSelf.ShouldBeTrue("the row of the control shows the model that has the target");
        analysis.Importance[0][1, 1].Paired.Missing.ShouldBe(MissingReason.NotAskedFor, "density has its positive control as a feature");
        var lattice = analysis.Entanglement.Representations[0].Lattice;
        lattice.HasControls.ShouldBeFalse();
        lattice.Nodes.ShouldBe([Density, Volume]);
        lattice.Edges.ShouldHaveSingleItem().Feature.ShouldBe(Density);
        analysis.Couplings.ShouldAllBe(summary => summary.Couplings == 1);
        analysis.PairedSets.Targets[0].Structure!.Value.ShouldBe([Density]);
    }

    [Fact]
    public void Positive_controls_that_have_no_result_are_not_told() =>
        StudyAnalyzer.Analyze(WithSelf(Errors(S, Volume, null, Seeds, 2, 2))).PositiveControls.ShouldBeEmpty();

    private static StudyResults WithSelf(params IEnumerable<ModelScore>[] scores)
    {
        var results = Study([S], [Volume, Density], [Density], Seeds, scores);
        return results.With(Seeds.Select(seed => Model(S, Volume, Volume, seed))) with
        {
            Features = [Density, ControlFeatures.Self],
            Controls = [ControlFeatures.Self],
            Properties = [.. results.Properties, ControlFeatures.SelfProperty],
        };
    }

    private static StudyResults Of(PropertySet[] features, PropertySet[] controls)
    {
        var results = Study([S], [Volume], [.. features, .. controls], Seeds);
        return results with
        {
            Controls = [.. controls.SelectMany(control => control).Distinct()],
            Properties =
            [
                .. results.Properties.Select(property => property.Name == Oxide || property.Name == ShuffledOxide
                    ? property with { Kind = PropertyKind.Classes, Classes = ["None", "oxide"] }
                    : property),
            ],
        };
    }
}
