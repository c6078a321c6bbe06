using System.Globalization;
using System.Text;

namespace Tomography.Workflows.Tests;

/// <summary>Mappings that take over keys of others (<c>&lt;&lt;</c>), and keys that only hold what others refer to.</summary>
public sealed class KeysOfOtherMappings
{
    [Fact]
    public void A_mapping_takes_over_the_keys_of_another()
    {
        var training = Training("common: &c { epochs: 3, batch-size: 8 }\ntraining:\n  <<: *c\n  learning-rate: 1e-3");
        (training.Epochs, training.BatchSize, training.LearningRate).ShouldBe((3, 8, 0.001));
    }

    [Theory]
    [InlineData("training:\n  <<: *c\n  epochs: 5")]
    [InlineData("training:\n  epochs: 5\n  <<: *c")]
    [InlineData("training: { epochs: 5, <<: *c }")]
    [InlineData("x-own: &d { epochs: 5 }\ntraining: { <<: [*d, *c] }")]
    [InlineData("x-own: &d { <<: *c, epochs: 5 }\ntraining: { <<: *d }")]
    public void Its_own_keys_count_first_and_then_those_that_are_named_first(string training)
    {
        var read = Training($"x-common: &c {{ epochs: 3, batch-size: 8 }}\n{training}");
        (read.Epochs, read.BatchSize).ShouldBe((5, 8));
    }

    [Fact]
    public void A_matrix_sweeps_what_was_taken_over() =>
        Reading.Valid($"{Reading.Minimal}\nx-c: &c {{ epochs: 3 }}\ntraining: {{ <<: *c }}\nmatrix: {{ training.epochs: [4, 5] }}")
            .Variants.Select(v => v.Training.Epochs).ShouldBe([4, 5]);

    [Fact]
    public void A_mistake_in_what_was_taken_over_is_told_where_it_stands() =>
        Reading.Problem($"{Reading.Minimal}\ncommon: &c {{ epochs: many }}\ntraining: {{ <<: *c }}").Location
            .ShouldBe(new(Reading.File, 4, 22));

    [Theory]
    [InlineData("training: { <<: 5 }", "TOMO1004", 4, 17,
        "'<<' takes over the keys of mappings: write an alias of one, like '<<: *common'")]
    [InlineData("training: { <<: [5] }", "TOMO1004", 4, 18, "or a list of such.")]
    [InlineData("training: { '<<': {} }", "TOMO1003", 4, 13, "'<<' is not a key of 'training'")]
    [InlineData("common: &c { epochs: 3 }", "TOMO1003", 4, 1, "'common' is not a key of an experiment. Keys:")]
    [InlineData("common: [&c 3, *c]", "TOMO1003", 4, 1, "'common' is not a key of an experiment. Keys:")]
    [InlineData("trainings: &c { epochs: 3 }\ntraining: *c", "TOMO1003", 4, 1, "did you mean 'training'?")]
    [InlineData("training: { x-note: 3 }", "TOMO1003", 4, 13, "'x-note' is not a key of 'training'")]
    public void Mistakes_are_told(string text, string code, int line, int column, string told)
    {
        var problem = Reading.Problem($"{Reading.Minimal}\n{text}");
        (problem.Code, problem.Location).ShouldBe((code, new(Reading.File, line, column)));
        problem.Message.ShouldContain(told);
    }

    [Theory]
    [InlineData("x-notes: [whatever, { stands: here }]")]
    [InlineData("rate: &r 0.5\ntraining: { learning-rate: *r }")]
    [InlineData("shared:\n  rates: { low: &r 0.5 }\ntraining: { learning-rate: *r }")]
    public void Keys_that_only_hold_what_others_refer_to_are_no_mistake(string text) => Reading.Valid($"{Reading.Minimal}\n{text}");

    [Fact]
    public void Mappings_that_take_over_from_each_other_line_by_line_end_in_a_message()
    {
        var text = new StringBuilder(Reading.Minimal).Append("\nx-all:\n  - &a0 { k0: 0 }\n");
        for (var i = 1; i < 2000; i++) text.Append(CultureInfo.InvariantCulture, $"  - &a{i} {{ <<: *a{i - 1}, k{i}: 0 }}\n");
        var problem = Reading.Problem(text.ToString());
        problem.Code.ShouldBe(DiagnosticCodes.TooLarge);
        problem.Message.ShouldBe("More than 10000 keys are taken over by '<<'; is this an experiment file?");
    }

    private static Learning.TrainingSettings Training(string text) => Reading.Valid($"{Reading.Minimal}\n{text}").Variants[0].Training;
}
