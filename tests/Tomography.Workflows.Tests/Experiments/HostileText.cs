using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Tomography.Workflows.Tests;

/// <summary>Whatever a file holds, reading it ends, with an experiment or with diagnostics.</summary>
public sealed class HostileText
{
    private const string Whole = """
        experiment: small # comment
        dataset: { phantom: { materials: 60, seed: 7 }, limit: 50 }
        representations: [structure, 'composition']
        targets: &t [density, "band-gap"]
        features: *t
        seeds:
          - 1
          - 2
        split: { train: 0.6, validation: 0.2, test: 0.2, by: formula }
        graph: { radius: 8, neighbours: 12, gaussian-step: 0.2 }
        model: { convolutions: 3, atom-features: 64, hidden: 128, hidden-layers: 1 }
        training: { epochs: 500, batch-size: 256, optimizer: sgd, learning-rate: 0.01, momentum: 0.9, milestones: [100], gamma: 0.1 }
        """;

    private static readonly string[] s_pieces =
    [
        "experiment",
        "dataset",
        "targets",
        "seeds",
        "split",
        "training",
        "phantom",
        "csv",
        ":",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "\n\t",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "<<: ",
        "!!",
        "!<x> ",
        "!!int ",
        "%YAML 9.9\n",
        "%TAG ! x\n",
        "---\n",
        "...\n",
        "|\n",
        ">-\n",
        "'",
        "\"",
        "\\",
        "\\u",
        "\\UFFFFFFFF",
        "\\x",
        "#",
        "? ",
        "@",
        "`",
        "\0",
        "\u0007",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\uD800",
        "\uDC00",
        "é",
        "1e999",
        "-0",
        "NaN",
        "${",
        "${x}",
        "~",
        "null",
        "0x10",
        "99999999999999999999",
    ];

    private static Arbitrary<string> Fragments { get; } = Arb.From(Gen.ListOf(Gen.Elements(s_pieces)).Select(p => string.Concat(p)));

    private static Arbitrary<string> Mutations { get; } =
        Arb.From(
            Gen.NonEmptyListOf(
                    from at in Gen.Choose(0, Whole.Length - 1)
                    from cut in Gen.Choose(0, 20)
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

            return text.ToString();
        }));

    internal static bool EndsWell(string text)
    {
        var (experiment, diagnostics) = Reading.Read(text);
        return experiment is null == diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error)
            && diagnostics.All(d => d.Location is { Line: > 0, Column: > 0 } && d.Message.Length < 1000 && !d.Message.Any(char.IsControl));
    }

    [Fact]
    public void The_file_that_is_mutated_is_valid() => Reading.Valid(Whole);

    [Fact]
    public void A_mutated_file_gives_an_experiment_or_diagnostics() =>
        Prop.ForAll(Mutations, EndsWell).Check(Config.QuickThrowOnFailure.WithReplay(1, 3).WithMaxTest(2000));

    [Fact]
    public void Fragments_of_YAML_give_an_experiment_or_diagnostics() =>
        Prop.ForAll(Fragments, EndsWell).Check(Config.QuickThrowOnFailure.WithReplay(1, 3).WithMaxTest(2000));

    [Fact]
    public void Any_text_gives_an_experiment_or_diagnostics() =>
        Prop.ForAll<string>(text => EndsWell(text ?? "")).Check(Config.QuickThrowOnFailure.WithReplay(1, 5).WithMaxTest(500));

    [Theory]
    [InlineData("[", 200_000)]
    [InlineData("{a: ", 200_000)]
    [InlineData("- ", 5_000)]
    [InlineData("? ", 5_000)]
    [InlineData("[ ? ", 50_000)]
    public void Deep_nesting_is_refused_before_it_can_end_the_process(string opening, int times)
    {
        var problem = Reading.Problem(
            "targets: " + (opening is "- " or "? " ? "\n  " : "") + string.Concat(Enumerable.Repeat(opening, times)));
        problem.Code.ShouldBe(DiagnosticCodes.TooLarge);
        problem.Message.ShouldBe("Lists and mappings are nested more than 32 deep; an experiment needs 4; this limit is fixed.");
    }

    [Fact]
    public void A_file_of_a_million_characters_and_more_is_refused()
    {
        var problem = Reading.Problem(Reading.Minimal + "\n#" + new string('x', 1_000_000));
        problem.Code.ShouldBe(DiagnosticCodes.TooLarge);
        problem.Message.ShouldContain("more than 1000000 characters, which is all that is read");
    }

    [Fact]
    public void Aliases_that_multiply_cost_nothing()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 60; i++) bomb.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n");
        bomb.Append("targets: *a59\n? *a59\n: 1\n");
        Reading.Read(bomb.ToString()).Diagnostics.ShouldContain(d => d.Code == "TOMO1004" && d.Message == "A key must be a word.");
    }
}
