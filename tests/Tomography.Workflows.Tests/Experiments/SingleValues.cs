namespace Tomography.Workflows.Tests;

/// <summary>Values of settings in the forms in which users write them.</summary>
public sealed class SingleValues
{
    [Theory]
    [InlineData("training: { learning-rate: [0.1, 0.01] }", 28,
        "'training.learning-rate' must be a single value, not a list. "
            + "To try several values write instead 'matrix: { training.learning-rate: [0.1, 0.01] }' at the outermost level.")]
    [InlineData("model: { convolutions: [2] }", 24, "'model.convolutions' must be a single value, not a list: write 'convolutions: 2'.")]
    [InlineData("model: { convolutions: [] }", 24, "'model.convolutions' must be a single value, not a list.")]
    [InlineData("model: { convolutions: [[1], 2] }", 24, "'model.convolutions' must be a single value, not a list.")]
    [InlineData("keep: { weights: [all, none] }", 18, "'keep.weights' must be a single value, not a list.")]
    [InlineData("retries: [1, 2]", 10, "'retries' must be a single value, not a list.")]
    [InlineData("model: { convolutions: { least: 2 } }", 24, "'model.convolutions' must be a single value, not a mapping of keys.")]
    [InlineData("model: { convolutions: }", 24, "'model.convolutions' has no value: write one behind the colon.")]
    [InlineData("training: { epochs: 3.5 }", 21, "'training.epochs' must be a whole number, not '3.5'; write 3 or 4.")]
    [InlineData("training: { epochs: 0.5e-9 }", 21, "'training.epochs' must be a whole number, not '0.5e-9'.")]
    public void A_value_of_another_form_is_told_with_what_to_write(string line, int column, string told)
    {
        var problem = Reading.Problem($"{Reading.Minimal}\n{line}");
        (problem.Code, problem.Location, problem.Message).ShouldBe(("TOMO1004", new(Reading.File, 4, column), told));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("3.0")]
    [InlineData("3.")]
    [InlineData("+3")]
    [InlineData("30e-1")]
    [InlineData("\"3\"")]
    public void A_whole_number_may_be_written_as_any_number(string number) =>
        Reading.Valid($"{Reading.Minimal}\ntraining: {{ epochs: {number} }}").Variants[0].Training.Epochs.ShouldBe(3);

    [Fact]
    public void What_a_matrix_tried_in_another_spelling_is_the_same_variant() =>
        Reading.Valid($"{Reading.Minimal}\nmatrix: {{ training.epochs: [3.0] }}").Variants[0].Id
            .ShouldBe(Reading.Valid($"{Reading.Minimal}\nmatrix: {{ training.epochs: [3] }}").Variants[0].Id);

    [Theory]
    [InlineData("test: 0", "'split.test' must be above 0 and at most 1, not 0; "
        + "each of the three parts needs a share above 0, like train 0.6, validation 0.2, test 0.2.")]
    [InlineData("train: 80", "'split.train' must be above 0 and at most 1, not 80; 80 % is written 0.8.")]
    [InlineData("train: 101", "'split.train' must be above 0 and at most 1, not 101; the nearest valid value is 1.")]
    public void A_share_that_is_none_is_told_with_what_to_write(string share, string told) =>
        Reading.Problem($"{Reading.Minimal}\nsplit: {{ {share} }}").Message.ShouldBe(told);

    [Fact]
    public void Shares_are_not_added_up_where_one_of_them_is_wrong_itself() =>
        Reading.Problem($"{Reading.Minimal}\nsplit: {{ train: 0.8, validation: 0.2, test: 0 }}").Message.ShouldStartWith("'split.test'");
}
