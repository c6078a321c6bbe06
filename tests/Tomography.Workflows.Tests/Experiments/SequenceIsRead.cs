using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>Which models start from others, and from how many labels they learn.</summary>
public sealed class SequenceIsRead
{
    private const string Start = """
        experiment: small
        dataset: { csv: a.csv }
        targets: [volume, density, band-gap]

        """;

    [Fact]
    public void With_every_setting()
    {
        var read = Of("{ target: [density, volume], to: band-gap, labels: [200, all, 50], rate: 0.5 }")!;
        read.Sources.ShouldBe([new("density"), new("volume")]);
        read.LabelCounts.ShouldBe([50, 200, null]);
        read.TrunkRate.ShouldBe(0.5);
        read.Pairs([]).ShouldBe(
            [(new PropertyName("density"), new("band-gap")), (new PropertyName("volume"), new("band-gap"))]);
    }

    [Fact]
    public void Other_targets_start_from_all_labels_at_the_rate_of_the_rest_where_nothing_else_is_said()
    {
        var read = Of("{ target: density }")!;
        read.LabelCounts.ShouldBe([null]);
        read.TrunkRate.ShouldBe(1);
        read.Pairs([new("volume"), new("density"), new("band-gap")])
            .ShouldBe([(new PropertyName("density"), new("volume")), (new PropertyName("density"), new("band-gap"))]);
        Of("{ target: density, freeze: true }")!.TrunkRate.ShouldBe(0);
        Reading.Valid(Start).Variants[0].Settings.Sequence.ShouldBeNull();
    }

    [Fact]
    public void A_matrix_sweeps_it()
    {
        var variants = Reading.Valid(
            Start + "training: { start-from: { target: density } }\nmatrix: { training.start-from.freeze: [true, false] }").Variants;
        variants.Select(v => v.Settings.Sequence!.TrunkRate).ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData("TOMO1006", "'desity' is no target of this experiment, and so it has no model of it to start from; did you mean 'density'?",
        "{ target: desity }")]
    [InlineData("TOMO1006", "'energy' is no target of this experiment, and so it has no model of it that could start from another",
        "{ target: density, to: energy }")]
    [InlineData("TOMO1006", "'Two words' is not a property name", "{ target: Two words }")]
    [InlineData("TOMO1009", "'density' would start from itself", "{ target: density, to: density }")]
    [InlineData("TOMO1002", "'training.start-from.target' is missing", "{ labels: [50] }")]
    [InlineData("TOMO1009", "has no effect with 'freeze: true'", "{ target: density, freeze: true, rate: 0.5 }")]
    [InlineData("TOMO1005", "must be from 2 to", "{ target: density, labels: [1] }")]
    [InlineData("TOMO1004", "must be a whole number, not 'few'", "{ target: density, labels: few }")]
    [InlineData("TOMO1005", "must be above 0", "{ target: density, rate: 0 }")]
    [InlineData("TOMO1006", "is no choice for 'training.start-from.freeze'", "{ target: density, freeze: maybe }")]
    public void What_is_wrong_is_told_where_it_stands(string code, string message, string startFrom)
    {
        var problem = Reading.Problem(Start + $"training: {{ start-from: {startFrom} }}");
        (problem.Code, problem.Location.Line).ShouldBe((code, 4));
        problem.Message.ShouldContain(message);
    }

    private static SequenceSettings? Of(string startFrom) =>
        Reading.Valid(Start + $"training: {{ start-from: {startFrom} }}").Variants[0].Settings.Sequence;
}
