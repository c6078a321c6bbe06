using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Targets that models learn together, and how.</summary>
public sealed class TogetherIsRead
{
    private const string Start = """
        experiment: small
        dataset: { csv: a.csv }
        targets: [volume, density, band-gap]

        """;

    [Theory]
    [InlineData("pairs", "density+volume", "band-gap+volume", "band-gap+density")]
    [InlineData("all", "band-gap+density+volume")]
    [InlineData("[[volume, density], [is-hubbard, band-gap, my-own]]", "density+volume", "band-gap+is-hubbard+my-own")]
    public void As_every_pair_as_all_or_as_lists(string together, params string[] sets) =>
        Reading.Valid(Start + "together: " + together).Together.Select(t => t.ToString()).ShouldBe(sets);

    [Fact]
    public void With_the_settings_by_which_they_are_learnt()
    {
        var experiment = Reading.Valid(
            Start + "together: all\ntraining: { epochs: 7, joint: { shared-convolutions: 2, loss-weights: { volume: 2, density: 0.5 } } }");
        var training = experiment.Variants[0].Training;
        (training.Epochs, training.Joint.SharedConvolutions).ShouldBe((7, 2));
        training.Joint.LossWeights.Text().ShouldBe("density=0.5 volume=2");
        training.Joint.LossWeights.Of(new("band-gap")).ShouldBe(1);

        var usual = Reading.Valid(Start + "together: all\ntraining: { joint: { shared-convolutions: all, loss-weights: uncertainty } }");
        usual.Variants[0].Training.Joint.ShouldBe(JointSettings.Default with { LossWeights = LossWeights.Uncertainty });
    }

    [Fact]
    public void A_matrix_sweeps_them_beside_other_settings_of_the_section()
    {
        var variants = Reading.Valid(Start + """
            together: all
            training: { epochs: 9, joint: { loss-weights: uncertainty } }
            matrix: { training.joint.shared-convolutions: [0, all], training.batch-size: [8, 16] }
            """).Variants;
        variants.Select(v => (v.Training.Joint.SharedConvolutions, v.Training.BatchSize))
            .ShouldBe([((int?)0, 8), (0, 16), (null, 8), (null, 16)]);
        variants.ShouldAllBe(v => v.Training.Epochs == 9 && v.Training.Joint.LossWeights.AreLearnt);
    }

    [Theory]
    [InlineData("TOMO1004", 11, "must be 'pairs', 'all', or a list of lists of targets", "together: everything")]
    [InlineData("TOMO1004", 11, "must be 'pairs', 'all', or a list of lists of targets", "together: [density, volume]")]
    [InlineData("TOMO1004", 12, "'density' stands alone in a list of 'together'", "together: [[density]]")]
    [InlineData("TOMO1007", 31, "stands twice in 'together'", "together: [[density, volume], [volume, density]]")]
    [InlineData("TOMO1007", 22, "'density' stands twice in 'together[0]'", "together: [[density, density]]")]
    [InlineData("TOMO1010", 12, "'oxide-type' has 6 classes", "together: [[density, oxide-type]]")]
    [InlineData("TOMO1009", 13, "the experiment has none: add a line like 'together:", "training: { joint: { loss-weights: equal } }")]
    [InlineData("TOMO1003", 22, "'depth' is not a key of 'training.joint'", "together: all\ntraining: { joint: { depth: 1 } }", 5)]
    [InlineData(
        "TOMO1005", 43, "the model has 3 convolutions: write at most that, or 'all'",
        "together: all\ntraining: { joint: { shared-convolutions: 4 } }", 5)]
    [InlineData(
        "TOMO1006", 38, "has a weight, but no model learns it together with others; did you mean 'density'?",
        "together: all\ntraining: { joint: { loss-weights: { desity: 2 } } }", 5)]
    [InlineData("TOMO1009", 27, "has an effect with 'sharing: soft' alone", "together: all\ntraining: { joint: { tie: 1 } }", 5)]
    [InlineData("TOMO1009", 28, "has an effect with 'sharing: adapters' alone", "together: all\ntraining: { joint: { rank: 4 } }", 5)]
    [InlineData(
        "TOMO1009", 48, "works on what targets share, and with 'sharing: soft' each has its own",
        "together: all\ntraining: { joint: { sharing: soft, conflicts: project } }", 5)]
    [InlineData(
        "TOMO1009", 35, "needs one pooled vector that the heads of all targets read",
        "together: all\ntraining: { joint: { disentangle: 1, shared-convolutions: 2 } }", 5)]
    [InlineData(
        "TOMO1009", 62, "With 'sharing: adapters' all convolutions are shared",
        "together: all\ntraining: { joint: { sharing: adapters, shared-convolutions: 2 } }", 5)]
    [InlineData(
        "TOMO1005", 47, "must be above 0", "together: all\ntraining: { joint: { loss-weights: { density: 0 } } }", 5)]
    public void Mistakes_are_told_where_they_stand(string code, int column, string told, string lines, int line = 4)
    {
        var problem = Reading.Problem(Start.Replace("\n\n", "\n", StringComparison.Ordinal) + lines);
        problem.Message.ShouldContain(told);
        (problem.Code, problem.Location.Line, problem.Location.Column).ShouldBe((code, line, column));
    }
}
