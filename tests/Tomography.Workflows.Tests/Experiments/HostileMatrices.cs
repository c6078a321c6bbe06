using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Tomography.Workflows.Tests;

/// <summary>Whatever a matrix holds, reading it ends soon, with variants or with diagnostics.</summary>
public sealed class HostileMatrices
{
    private const string Whole = """
        training: { epochs: 40 }
        matrix:
          training.learning-rate: &v [0.01, 0.003]
          model.convolutions: [2, 3]
          zip:
            - { training.epochs: [60, 200], training.milestones: [[45], [150]] }
          exclude:
            - &e { training.learning-rate: 0.003, model.convolutions: 2 }
          include:
            - { model.hidden: 256 }
        """;

    private static readonly string[] s_pieces =
    [
        "training.epochs",
        "model.hidden",
        "graph.radius",
        "training.optimizer",
        "split.by",
        "matrix",
        "zip",
        "include",
        "exclude",
        ":",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "*v",
        "*e",
        "&e ",
        "[[[]]]",
        "~",
        "NaN",
        "1e308",
        "-1",
        "\0",
        "<b>",
        "../x",
        "adam",
    ];

    [Fact]
    public void The_matrix_that_is_mutated_is_valid() => Reading.Valid(Reading.Minimal + "\n" + Whole).Variants.Length.ShouldBe(7);

    [Fact]
    public void A_mutated_matrix_gives_an_experiment_or_diagnostics()
    {
        var mutations = Gen.NonEmptyListOf(
                from at in Gen.Choose(0, Whole.Length - 1)
                from cut in Gen.Choose(0, 15)
                from piece in Gen.Elements(s_pieces)
                select (At: at, Cut: cut, Piece: piece))
            .Select(changes =>
            {
                var text = new StringBuilder(Whole);
                foreach (var (at, cut, piece) in changes)
                {
                    var from = Math.Min(at, text.Length);
                    text.Remove(from, Math.Min(cut, text.Length - from)).Insert(from, piece);
                }

                return Reading.Minimal + "\n" + text;
            });
        Prop.ForAll(mutations.ToArbitrary(), HostileText.EndsWell).Check(Config.QuickThrowOnFailure.WithReplay(3, 11).WithMaxTest(1_500));
    }

    [Fact]
    public void Values_that_multiply_are_refused_before_they_are_multiplied()
    {
        var values = "[" + string.Join(", ", Enumerable.Range(1, 1_000)) + "]";
        var problem = Problem($"{{ training.epochs: &v {values}, training.batch-size: *v, model.hidden: *v, model.atom-features: *v }}");
        problem.ShouldBe(
            "This matrix has at least 1000000 combinations, more than 10000; where that is meant, -p:TomographyLimits=Variants=1000000 "
                + "raises the limit.");
    }

    [Fact]
    public void Lists_repeated_by_aliases_are_refused_by_their_length()
    {
        var many = string.Join(", ", Enumerable.Repeat("*z", 100_000));
        Problem($"{{ zip: [&z {{ training.epochs: [{string.Join(", ", Enumerable.Range(1, 10_000))}] }}, {many}] }}")
            .ShouldBe("'matrix.zip' has 100001 entries, more than 1000; this limit is fixed.");
        Problem($"{{ model.convolutions: [2, 3], exclude: [&z {{ model.convolutions: 2 }}, {many}] }}")
            .ShouldBe("'matrix.exclude' has 100001 entries, more than 1000; this limit is fixed.");
        Problem($"{{ include: [&z {{ model.convolutions: 2 }}, {many}] }}")
            .ShouldBe(
                "'matrix.include' has 100001 entries, more than 10000; where that is meant, -p:TomographyLimits=Variants=100001 raises the "
                    + "limit.");
        Problem(
                $"{{ training.milestones: [&z [{string.Join(", ", Enumerable.Range(1, 1_001))}], "
                    + $"{string.Join(", ", Enumerable.Repeat("*z", 2_000))}] }}")
            .ShouldBe("'training.milestones' has 1001 entries, more than 1000; this limit is fixed.");
        Problem($"{{ training.epochs: [{string.Join(", ", Enumerable.Range(1, 10_001))}] }}")
            .ShouldBe(
                "'matrix.training.epochs' has 10001 entries, more than 10000; where that is meant, -p:TomographyLimits=Variants=10001 "
                    + "raises the limit.");
    }

    [Fact]
    public void A_large_matrix_beside_many_unknown_keys_is_read_once()
    {
        var values = string.Join(", ", Enumerable.Range(1, 9_000));
        var keys = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"key{i}: 1\n"));
        var diagnostics = Reading.Read($"{Reading.Minimal}\nmatrix: {{ training.epochs: [{values}] }}\n{keys}").Diagnostics;
        diagnostics.Length.ShouldBe(ExperimentLimits.Default.MostProblems + 1);
        diagnostics[^1].Code.ShouldBe(DiagnosticCodes.TooLarge);
        diagnostics[^1]
            .Message.ShouldBe(
                "There are more than 100 problems; the others are not reported. Is this an experiment file? This limit is fixed.");
    }

    private static string Problem(string matrix)
    {
        var result = Reading.Read($"{Reading.Minimal}\nmatrix: {matrix}\n");
        result.Experiment.ShouldBeNull();
        return result.Diagnostics.Where(d => d.Code == DiagnosticCodes.TooLarge).First().Message;
    }
}
