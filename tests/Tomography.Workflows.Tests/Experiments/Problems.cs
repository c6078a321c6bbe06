namespace Tomography.Workflows.Tests;

/// <summary>Each kind of mistake gives one diagnostic with its place, its code and what to write instead.</summary>
public sealed class Problems
{
    [Theory]
    // Unknown keys.
    [InlineData("TOMO1003", 4, 1, "did you mean 'seeds'?", "seed: 3")]
    [InlineData("TOMO1003", 4, 13, "did you mean 'epochs'?", "training: { epoch: 3 }")]
    [InlineData(
        "TOMO1003",
        4,
        10,
        "Keys: train, validation, test, by, rotate, column, matbench, train-ids, validation-ids, test-ids, hold-out, drop-below.",
        "split: { zzzzzzzzzz: 1 }"
    )]
    // Wrong forms.
    [InlineData("TOMO1004", 4, 11, "'training' must be a mapping of keys to values, like { epochs: 500", "training: 500")]
    [InlineData("TOMO1004", 4, 21, "'training.epochs' must be a whole number, not 'many'", "training: { epochs: many }")]
    [InlineData("TOMO1004", 4, 21, "'training.epochs' must be a whole number, not '2.5'", "training: { epochs: 2.5 }")]
    [InlineData("TOMO1004", 4, 21, "'training.epochs' must be a single value, not a list: write 'epochs: 1'.", "training: { epochs: [1] }")]
    [InlineData("TOMO1004", 4, 18, "'graph.radius' must be a number, not 'far'", "graph: { radius: far }")]
    [InlineData("TOMO1004", 4, 18, "'graph.radius' must be a number, not 'NaN'", "graph: { radius: NaN }")]
    [InlineData("TOMO1004", 4, 9, "'seeds[0]' must be a single value", "seeds: [[1]]")]
    [InlineData("TOMO1004", 4, 8, "'seeds' is an empty list", "seeds: []")]
    [InlineData("TOMO1004", 4, 1, "A key must be a word.", "[a, b]: 1")]
    // Numbers out of range.
    [InlineData("TOMO1005", 4, 21, "must be from 1 to 1000000, not 0; the nearest valid value is 1.", "training: { epochs: 0 }")]
    [InlineData("TOMO1005", 4, 21, "the nearest valid value is 1000000.", "training: { epochs: 99999999999999999999 }")]
    [InlineData("TOMO1005", 4, 18, "must be from 0.5 to 30, not 31; the nearest valid value is 30.", "graph: { radius: 31 }")]
    [InlineData("TOMO1005", 4, 28, "must be above 0 and at most 1000, not 0; the default is 0.01.", "training: { learning-rate: 0 }")]
    [InlineData("TOMO1005", 4, 9, "must be from 0 to 2147483647, not -1; the nearest valid value is 0.", "seeds: [-1]")]
    [InlineData("TOMO1005", 4, 17, "sum to 1.2, more than 1", "split: { train: 0.8 }")]
    // Unknown words.
    [InlineData(
        "TOMO1006",
        4,
        24,
        "'sdg' is no choice for 'training.optimizer'; did you mean 'sgd'? Choices: sgd, adam.",
        "training: { optimizer: sdg }"
    )]
    [InlineData("TOMO1006", 4, 19, "did you mean 'structure'? Choices: structure, composition.", "representations: [structures]")]
    [InlineData(
        "TOMO1006",
        4,
        12,
        "'Band Gap' is not a property name (lower case words joined by hyphens); did you mean 'band-gap'?",
        "features: [Band Gap]"
    )]
    // Twice.
    [InlineData("TOMO1007", 4, 12, "'1' stands twice in 'seeds'", "seeds: [1, 1]")]
    [InlineData("TOMO1007", 4, 28, "'number-of-sites' stands twice in 'features'", "features: [volume, nsites, number-of-sites]")]
    [InlineData("TOMO1007", 4, 1, "'targets' stands here again, first in line 3", "targets: [volume]")]
    [InlineData("TOMO1007", 4, 24, "'epochs' stands here again, first in line 4", "training: { epochs: 1, epochs: 2 }")]
    // No YAML.
    [InlineData("TOMO1001", 5, 1, "This is not valid YAML", "seeds: [1, 2")]
    [InlineData("TOMO1001", 5, 1, "the line is indented by a tab. Indent by spaces.", "training:\n\tepochs: 5")]
    [InlineData("TOMO1001", 5, 3, "the line is indented by a tab. Indent by spaces.", "training:\n  \tepochs: 5\n  batch-size: 8")]
    [InlineData("TOMO1001", 4, 8, "the alias '*all' names nothing above it", "seeds: *all")]
    [InlineData("TOMO1001", 4, 13, "the alias '*me' names nothing above it", "seeds: &me [*me]")]
    public void A_mistake_in_the_fourth_line_is_told(string code, int line, int column, string told, string fourthLine)
    {
        var problem = Reading.Problem(Reading.Minimal + "\n" + fourthLine);
        problem.Severity.ShouldBe(DiagnosticSeverity.Error);
        problem.Message.ShouldContain(told);
        (problem.Code, problem.Location).ShouldBe((code, new(Reading.File, line, column)));
    }

    [Theory]
    [InlineData(
        "dataset: { phantom: {} }\ntargets: density",
        "TOMO1002",
        1,
        1,
        "'experiment' is missing: add a line like 'experiment: my-study'."
    )]
    [InlineData(
        "experiment: a\ntargets: density",
        "TOMO1002",
        1,
        1,
        "'dataset' is missing: add a line like 'dataset: { csv: materials.csv }'."
    )]
    [InlineData(
        "experiment: a\ndataset: { phantom: {} }",
        "TOMO1002",
        1,
        1,
        "'targets' is missing: add a line like 'targets: [band-gap, density]'."
    )]
    [InlineData(
        "experiment: a/b\ndataset: { phantom: {} }\ntargets: density",
        "TOMO1004",
        1,
        13,
        "'a/b' cannot name an output folder: use the letters a to z (small or capital), digits"
    )]
    [InlineData("experiment: ..\ndataset: { phantom: {} }\ntargets: density", "TOMO1004", 1, 13, "'..' cannot name an output folder")]
    [InlineData("experiment: \"a\\n\"\ndataset: { phantom: {} }\ntargets: density", "TOMO1004", 1, 13, "'a?' cannot name an output folder")]
    [InlineData(
        "experiment: a\ndataset: {}\ntargets: density",
        "TOMO1009",
        2,
        10,
        "'dataset' needs exactly one of 'phantom', 'file', 'csv' and 'folder', not none."
    )]
    [InlineData(
        "experiment: a\ndataset: { phantom: { formulas: 60, formula-types: [alkali-hydroxide] } }\ntargets: density",
        "TOMO1005",
        2,
        33,
        "'formulas' is 60, but there are only 5 formulas of the types alkali-hydroxide: write 5 at most, or name more types."
    )]
    [InlineData(
        "experiment: a\ndataset: { phantom: { materials: 10, formulas: 30 } }\ntargets: density",
        "TOMO1005",
        2,
        48,
        "'formulas' is 30, but there are only 10 materials to share them: write 10 at most, or leave it out."
    )]
    [InlineData(
        "experiment: a\ndataset: { phantom: { formula-types: [abx3] } }\ntargets: density",
        "TOMO1006",
        2,
        39,
        "did you mean 'ABX3'?"
    )]
    [InlineData("experiment: a\ndataset: { phantom: {}, csv: a.csv }\ntargets: density", "TOMO1009", 2, 30, "not phantom and csv.")]
    [InlineData(
        "experiment: a\ndataset: materials.csv\ntargets: density",
        "TOMO1004",
        2,
        10,
        "'dataset' must be a mapping of keys to values, like { file: materials.csv }"
    )]
    [InlineData(
        "experiment: a\ndataset: { phantom: { materials: 9 } }\ntargets: density",
        "TOMO1005",
        2,
        34,
        "must be from 10 to 100000, not 9; the nearest valid value is 10."
    )]
    [InlineData(
        "experiment: a\ndataset: { phantom: { seed: -7 } }\ntargets: density",
        "TOMO1004",
        2,
        29,
        "must be a whole number of 0 or more, not '-7'"
    )]
    [InlineData("experiment: a\ndataset: { csv: \"a\\0b\" }\ntargets: density", "TOMO1004", 2, 17, "must be a path")]
    [InlineData(
        "experiment: a\ndataset: { phantom: {} }\ntargets: [density, oxide-type]",
        "TOMO1010",
        3,
        20,
        "'oxide-type' cannot be a target because its values are classes, not numbers; it can be a feature."
    )]
    [InlineData(
        "experiment: a\ndataset: { csv: '${TomographyDataset}' }\ntargets: density",
        "TOMO1011",
        2,
        17,
        "'dataset.csv' needs a value for ${TomographyDataset}: add -p:TomographyDataset=path to the command."
    )]
    [InlineData("- experiment", "TOMO1004", 1, 1, "must be one mapping of keys to values")]
    [InlineData("", "TOMO1004", 1, 1, "must be one mapping of keys to values")]
    [InlineData("experiment: a\n---\nexperiment: b", "TOMO1004", 3, 1, "must be one mapping of keys to values")]
    public void A_mistake_in_what_is_required_is_told(string yaml, string code, int line, int column, string told)
    {
        var problem = Reading.Problem(yaml);
        problem.Message.ShouldContain(told);
        (problem.Code, problem.Location).ShouldBe((code, new(Reading.File, line, column)));
    }

    [Theory]
    [InlineData(
        "targets: [density\nseeds: [1]\n",
        1,
        10,
        "the '[' here is not closed by a ']', or what stands behind it cannot be understood."
    )]
    [InlineData(
        "targets: [density\n",
        2,
        1,
        "While parsing a flow sequence, did not find expected ',' or ']'. The '[' of line 1, column 10 is open."
    )]
    [InlineData(
        "dataset: { csv: a.csv\ntargets: [density]\n",
        1,
        10,
        "the '{' here is not closed by a '}', or what stands behind it cannot be understood."
    )]
    [InlineData(
        "further:\n  - { seeds: [1, 2 }\n",
        2,
        20,
        "While parsing a flow sequence, did not find expected ',' or ']'. The '[' of line 2, column 14 is open."
    )]
    [InlineData("targets: [density]]\n", 1, 19, "While parsing a block mapping, did not find expected key.")]
    public void A_bracket_that_is_not_closed_is_told_where_it_was_opened(string yaml, int line, int column, string message)
    {
        var problem = Reading.Problem(yaml);
        (problem.Code, problem.Location.Line, problem.Location.Column, problem.Message).ShouldBe(
            (DiagnosticCodes.InvalidYaml, line, column, "This is not valid YAML: " + message));
    }

    [Fact]
    public void A_long_or_torn_text_stays_on_one_line_of_the_message()
    {
        var problem = Reading.Problem(Reading.Minimal + $"\nseeds: \"{new string('x', 5000)}\\n\\u2028\\r\"");
        problem.Message.Length.ShouldBeLessThan(200);
        Reading.Problem(Reading.Minimal + "\n\"a\\nb\": 1").Message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_missing_file_is_told_with_the_nearest()
    {
        using var folder = new TemporaryFolder();
        folder.Write("oxides.experiment.yaml", "");
        folder.Write("metals.experiment.yaml", "");
        var path = folder.PathOf("oxide.experiment.yaml");
        var problem = ExperimentReader.ReadFile(path, new Dictionary<string, string>()).Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe("TOMO1008");
        problem.Location.ShouldBe(new(path));
        problem
            .ToString()
            .ShouldBe($"{path}: error TOMO1008: There is no experiment file '{path}'; did you mean 'oxides.experiment.yaml'?");
    }

    [Fact]
    public void A_folder_is_told_with_the_experiments_it_holds()
    {
        using var folder = new TemporaryFolder();
        Message().ShouldBe($"'{folder.Root}' is a folder, not an experiment file, and holds none.");
        folder.Write("oxides.experiment.yaml", "");
        Message().ShouldBe($"'{folder.Root}' is a folder, not an experiment file. It holds: oxides.experiment.yaml.");

        string Message() =>
            ExperimentReader.ReadFile(folder.Root, new Dictionary<string, string>()).Diagnostics.ShouldHaveSingleItem().Message;
    }

    [Fact]
    public void A_missing_folder_is_told()
    {
        using var folder = new TemporaryFolder();
        var problem = ExperimentReader
            .ReadFile(folder.PathOf("no", "a.experiment.yaml"), new Dictionary<string, string>())
            .Diagnostics.ShouldHaveSingleItem();
        problem.Message.ShouldEndWith(": its folder does not exist either.");
    }
}
