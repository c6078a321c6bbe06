namespace Tomography.Workflows.Tests;

/// <summary>Keys that are not known, and what their writers most likely meant.</summary>
public sealed class KeysInTheWrongPlace
{
    [Theory]
    [InlineData("epochs: 3", "'epochs' is not a key of an experiment; did you mean 'training.epochs'? Keys: experiment, ")]
    [InlineData("batch_size: 3", "; did you mean 'training.batch-size'?")]
    [InlineData("optimiser: sgd", "; did you mean 'training.optimizer'?")]
    [InlineData("limit: 30", "; did you mean 'dataset.limit'?")]
    [InlineData("csv: a.csv", "; did you mean 'dataset.csv'?")]
    [InlineData("training: { hidden: 3 }", "'hidden' is not a key of 'training'; did you mean 'model.hidden'?")]
    [InlineData("training: { targets: 3 }", "'targets' is not a key of 'training'; did you mean 'targets'?")]
    [InlineData("split: { seeds: 3 }", "; did you mean 'seeds'?")]
    [InlineData("seed: 3", "; did you mean 'seeds'?")]
    [InlineData("model: { epoch: 3 }", "; did you mean 'training.epochs'?")]
    public void A_key_of_another_section_is_suggested_by_its_whole_path(string line, string told) => Told(line, told);

    [Theory]
    [InlineData("training: { scheduler: cosine }",
        "'scheduler' is not a key of 'training': the learning rate is multiplied by 'training.gamma' after each epoch of "
            + "'training.milestones'. Keys: epochs, ")]
    [InlineData("training: { early-stopping: 20 }",
        ": all epochs are trained, and the one with the lowest validation error counts; 'training.epochs' says how many. Keys: ")]
    [InlineData("training: { early_stopping: 20 }", ": all epochs are trained")]
    [InlineData("task: classification",
        "'task' is not a key of an experiment: each of 'targets' is a property whose values are numbers, and is predicted as a number.")]
    [InlineData("device: cuda", ": devices belong to the command, like -p:TomographyDevice=cuda:0, and are found where it names none.")]
    [InlineData("properties: { my-prop: { kind: number } }",
        "'kind' is not a key of 'properties.my-prop': a property is numbers unless its 'classes' are listed. Keys: column, ")]
    public void A_key_of_other_programs_is_answered(string line, string told) => Told(line, told);

    [Theory]
    [InlineData("xylophone: 3", "'xylophone' is not a key of an experiment. Keys: experiment, ")]
    [InlineData("common: 3", "'common' is not a key of an experiment. Keys: experiment, ")]
    public void A_key_that_is_like_none_is_told_with_all_that_there_are(string line, string told) => Told(line, told);

    [Fact]
    public void A_word_that_is_no_choice_is_told_with_the_choices() => Told(
        "training: { optimizer: AdamW }", "'AdamW' is no choice for 'training.optimizer'; did you mean 'adam'? Choices: sgd, adam.");

    [Fact]
    public void No_key_of_other_programs_is_one_of_this_and_each_stands_once()
    {
        var paths = KeyPaths.Of(Repertoire.Default);
        FamiliarKey.All.SelectMany(f => f.Names).ShouldBeUnique();
        FamiliarKey.All.SelectMany(f => f.Names).Intersect(paths).ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_that_is_suggested_is_one()
    {
        var schema = System.Text.Json.JsonDocument.Parse(ExperimentSchema.Write()).RootElement;
        foreach (var path in KeyPaths.Of(Repertoire.Default))
        {
            var (at, steps) = (schema, path.Split('.'));
            foreach (var step in steps) at.GetProperty("properties").TryGetProperty(step, out at).ShouldBeTrue(path);
        }
    }

    private static void Told(string line, string told) =>
        Reading.Problem($"experiment: small\ndataset: {{ file: a.csv }}\ntargets: [density]\n{line}").Message.ShouldContain(told);
}
