using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>A matrix makes one variant per combination of its values.</summary>
public sealed class Matrices
{
    [Fact]
    public void Without_a_matrix_there_is_one_variant_without_an_id()
    {
        var variant = Reading.Valid(Plans.Small).Variants.ShouldHaveSingleItem();
        variant.Id.ShouldBeEmpty();
        variant.Label.ShouldBeEmpty();
    }

    [Fact]
    public void Every_combination_of_the_values_is_a_variant_with_the_settings_of_the_file_around_it()
    {
        var variants = Variants("""
            training: { epochs: 40, momentum: 0.5 }
            matrix: { training.epochs: [10, 20], model.convolutions: [2, 3, 4] }
            """);
        variants.Select(v => (v.Training.Epochs, v.Model.Convolutions)).ShouldBe([(10, 2), (10, 3), (10, 4), (20, 2), (20, 3), (20, 4)]);
        variants.ShouldAllBe(v => v.Training.Momentum == 0.5);
        variants[0].Label.ShouldBe("epochs 10, convolutions 2");
        variants.Select(v => v.Id).ShouldBeUnique();
    }

    [Fact]
    public void A_zip_walks_its_lists_in_step()
    {
        var variants = Variants("""
            matrix:
              zip: { training.epochs: [10, 20], training.milestones: [[5], []] }
              graph.radius: [6, 8]
            """
        );
        variants
            .Select(v => (v.Graph.RadiusAngstrom, v.Training.Epochs, v.Training.Milestones.Length))
            .ShouldBe([(6, 10, 1), (6, 20, 0), (8, 10, 1), (8, 20, 0)]);
        variants[1].Label.ShouldBe("radius 6, epochs 20, milestones none");
    }

    [Fact]
    public void Combinations_are_excluded_and_included()
    {
        var variants = Variants("""
            matrix:
              training.epochs: [10, 20]
              model.convolutions: [2, 3]
              exclude: [{ training.epochs: 20, model.convolutions: 3 }]
              include: [{ training.epochs: 500 }, { training.epochs: 10, model.convolutions: 2 }]
            """);
        // The second inclusion is there already.
        variants.Select(v => (v.Training.Epochs, v.Model.Convolutions)).ShouldBe([(10, 2), (10, 3), (20, 2), (500, 3)]);
    }

    [Fact]
    public void Inclusions_alone_are_a_list_of_variants() =>
        Variants("matrix: { include: [{ training.epochs: 5 }, { training.optimizer: adam }] }")
            .Select(v => v.Label)
            .ShouldBe(["epochs 5", "optimizer adam"]);

    [Fact]
    public void An_id_depends_on_content_alone()
    {
        var one = Variants("matrix: { training.learning-rate: [0.01, 0.001], model.hidden: [64] }");
        var other = Variants("matrix: { model.hidden: [128, 64], training.learning-rate: [0.1, 1e-2, 0.0010] }");
        other.Select(v => v.Id).ShouldBeUnique();
        one.Select(v => v.Id).Except(other.Select(v => v.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void A_value_more_adds_exactly_its_jobs_and_variants_share_what_they_have_in_common()
    {
        var before = Plans.Keys(Plans.Small + "\nmatrix: { graph.neighbours: [8, 12] }");
        // The composition graph does not use neighbours: two variants of the structure, one of the composition.
        before.Count.ShouldBe(12 * 2 + 12);
        var after = Plans.Keys(Plans.Small + "\nmatrix: { graph.neighbours: [8, 10, 12] }");
        before.Except(after).ShouldBeEmpty();
        after.Except(before).Count.ShouldBe(12);
        before.IsSupersetOf(Plans.Keys(Plans.Small)).ShouldBeTrue("a plain experiment shares the jobs of the variant that equals it");
    }

    [Theory]
    [InlineData("matrix: [1]", DiagnosticCodes.WrongForm, "'matrix' must be a mapping")]
    [InlineData(
        "matrix: { training.epochs: 5 }",
        DiagnosticCodes.WrongForm,
        "'training.epochs' must be a list of at least one value here."
    )]
    [InlineData("matrix: { training.epochs: [] }", DiagnosticCodes.WrongForm, "'training.epochs' must be a list")]
    [InlineData("matrix: { training.epoch: [5] }", DiagnosticCodes.UnknownKey, "did you mean 'training.epochs'?")]
    [InlineData("matrix: { epochs: [5] }", DiagnosticCodes.UnknownKey, "did you mean 'training.epochs'?")]
    [InlineData(
        "matrix: { training.epochs: [5, many] }",
        DiagnosticCodes.WrongForm,
        "'training.epochs' must be a whole number, not 'many'."
    )]
    [InlineData(
        "matrix: { training.epochs: [5, 0], model.hidden: [1, 2, 3] }",
        DiagnosticCodes.OutOfRange,
        "'training.epochs' must be from 1"
    )]
    [InlineData("matrix: { model.convolutions: [[1, 2]] }", DiagnosticCodes.WrongForm,
        "'model.convolutions' must be a single value, not a list.")]
    [InlineData(
        "matrix: { zip: [{ training.epochs: [5, 6], model.hidden: [1] }] }",
        DiagnosticCodes.MatrixMismatch,
        "training.epochs: 2, model.hidden: 1"
    )]
    [InlineData(
        "matrix: { training.epochs: [5], exclude: [{ training.epochs: 6 }] }",
        DiagnosticCodes.MatrixMismatch,
        "fits no combination"
    )]
    [InlineData("matrix: { training.epochs: [5], exclude: [{ training.epochs: 5 }] }", DiagnosticCodes.MatrixMismatch, "Nothing is left")]
    [InlineData("matrix: { include: [5] }", DiagnosticCodes.WrongForm, "must be a list of mappings")]
    public void Mistakes_are_told_once_with_what_was_meant(string matrix, string code, string message)
    {
        var problem = Reading.Read(Plans.Small + "\n" + matrix).Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(message);
        problem.Location.Line.ShouldBe(Plans.Small.Split('\n').Length + 1);
    }

    [Fact]
    public void A_matrix_of_more_combinations_than_anyone_wants_is_told_at_once()
    {
        var list = string.Join(", ", Enumerable.Range(1, 150));
        Reading
            .Read(Plans.Small + $"\nmatrix: {{ training.epochs: [{list}], model.hidden: [{list}], training.batch-size: [{list}] }}")
            .Diagnostics.ShouldContain(d => d.Code == DiagnosticCodes.TooLarge);
    }

    private static Variant[] Variants(string more) => [.. Reading.Valid(Plans.Small + "\n" + more).Variants];
}
