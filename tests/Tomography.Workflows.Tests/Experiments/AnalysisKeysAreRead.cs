using Tomography.Analysis;

namespace Tomography.Workflows.Tests;

/// <summary>The section <c>analysis</c> reaches the analysis, and nothing of it changes a job.</summary>
public sealed class AnalysisKeysAreRead
{
    [Fact]
    public void Left_out_it_has_the_defaults_of_the_analysis()
    {
        var (read, usual) = (Reading.Valid(Plans.Small).Analysis.ToOptions(), new AnalysisOptions());
        (read.Alpha, read.Beta, read.UncertaintyDamping, read.LoopDamping, read.LoopTolerance, read.Steering, read.Regimes).ShouldBe(
            (usual.Alpha, usual.Beta, usual.UncertaintyDamping, usual.LoopDamping, usual.LoopTolerance,
                usual.Steering, usual.Regimes));
        read.Verdicts.ShouldBe(usual.Verdicts);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var options = Reading.Valid(Plans.Small + """

                    analysis:
                      alpha: 1
                      beta: 0.25
                      uncertainty-damping: 0.3
                      loop-damping: 1
                      loop-tolerance: 0.02
                      smallest-effect: 0.03
                      most-seeds: 20
                      seeds-per-plan: 4
                      regimes: { density: [0.2, 0.6], modularity-z-score: [1, 3] }
                    """
            )
            .Analysis.ToOptions();
        (options.Alpha, options.Beta, options.UncertaintyDamping, options.LoopDamping, options.LoopTolerance).ShouldBe(
            (1, 0.25, 0.3, 1, 0.02));
        options.Steering.ShouldBe(
            new()
            {
                MostSeeds = 20,
                SeedsPerPlan = 4,
            }
        );
        options.Verdicts.SmallestEffect.ShouldBe(0.03);
        options.Regimes.ShouldBe(new() { Density = new(0.2, 0.6), ModularityZScore = new(1, 3) });
    }

    [Fact]
    public void Uncertainty_is_asked_for_by_being_named_by_gates_and_by_what_is_held_out()
    {
        Reading.Valid(Plans.Small).Analysis.UncertaintyFor(new()).ShouldBeNull();
        Reading.Valid(Plans.Small).Analysis.UncertaintyFor(new() { HoldOut = 0.1 }).ShouldBe(new());
        Reading.Valid(Plans.Small + "\nanalysis: { uncertainty: {} }").Analysis.UncertaintyFor(new()).ShouldBe(new());
        var read = Reading.Valid(
            Plans.Small
            + "\nanalysis: { gates: { volume: 12 }, uncertainty: { level: 0.8, neighbours: 3, domain: 0.9, within: distance } }")
            .Analysis.Uncertainty!;
        (read with { Widths = [] }).ShouldBe(new() { Level = 0.8, Neighbours = 3, Domain = 0.9, Within = CalibratedWithin.Distance });
        read.Widths.ShouldBe([new(new("volume"), 12)]);
    }

    [Theory]
    [InlineData("uncertainty: yes", DiagnosticCodes.WrongForm, "like { level: 0.9 }")]
    [InlineData("uncertainty: { levl: 0.9 }", DiagnosticCodes.UnknownKey, "did you mean 'level'?")]
    [InlineData("uncertainty: { level: 90 }", DiagnosticCodes.OutOfRange, "from 0.5 to 0.99")]
    [InlineData("uncertainty: { neighbours: 0 }", DiagnosticCodes.OutOfRange, "nearest valid value is 1")]
    [InlineData("uncertainty: { within: systems }", DiagnosticCodes.UnknownChoice, "all, distance")]
    [InlineData("gates: { volume: 0 }", DiagnosticCodes.OutOfRange, "a width in the target's unit")]
    [InlineData("gates: { volume: wide }", DiagnosticCodes.WrongForm, "must be a number")]
    [InlineData("gates: { energy: 1 }", DiagnosticCodes.UnknownChoice, "Targets: density, volume")]
    [InlineData("gates: { Volume!: 1 }", DiagnosticCodes.UnknownChoice, "no name of a target")]
    [InlineData("gates: {}", DiagnosticCodes.WrongForm, "name a target and a width")]
    public void Mistakes_in_uncertainty_and_gates_are_told(string line, string code, string told)
    {
        var problem = Reading.Problem(Plans.Small + $"\nanalysis: {{ {line} }}");
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(told);
    }

    [Theory]
    [InlineData("", "keep: { weights: none }", false)]
    [InlineData("analysis: { uncertainty: {} }", "keep: { weights: none }", true)]
    [InlineData("split: { hold-out: 0.1 }", "keep: { weights: none }", true)]
    public void Only_where_it_is_asked_for_baselines_keep_weights_that_the_experiment_does_not_keep(string asks, string keeps, bool kept)
    {
        var jobs = Plans.Of($"{Plans.Small}\n{asks}\n{keeps}").Jobs;
        jobs.Length.ShouldBe(24, "it adds no models");
        jobs.ShouldAllBe(j => j.Keeps.HasFlag(Kept.Weights) == (kept && j.Spec.IsBaseline));
    }

    [Fact]
    public void It_changes_no_key() =>
        Plans.Keys(Plans.Small + "\nanalysis: { alpha: 3, regimes: { drift: [0, 1] }, uncertainty: { level: 0.8 } }")
            .SetEquals(Plans.Keys(Plans.Small)).ShouldBeTrue();

    [Theory]
    [InlineData("regimes: { density: 0.2 }")]
    [InlineData("regimes: { density: [0.6, 0.2] }")]
    [InlineData("regimes: { density: [0.2, NaN] }")]
    [InlineData("regimes: { density: [0.2, 0.3, 0.4] }")]
    public void A_threshold_that_is_none_is_told(string regimes)
    {
        var problem = Reading.Problem(Plans.Small + $"\nanalysis: {{ {regimes} }}");
        problem.Code.ShouldBe(DiagnosticCodes.WrongForm);
        problem.Message.ShouldContain("like [0.15, 0.5]");
    }

    [Fact]
    public void A_regime_that_is_none_is_told_with_the_nearest() =>
        Reading.Problem(Plans.Small + "\nanalysis: { regimes: { densty: [0, 1] } }").Message.ShouldContain("did you mean 'density'?");

    [Fact]
    public void Models_beyond_the_grid_are_read_and_planned_once()
    {
        var plan = Plans.Of(
            Plans.Small
                + "\nfurther: [{ representation: structure, target: density, feature: is-hubbard, seeds: [2, 3], reason: undecided }]");
        // Seed 2 is in the grid; seed 3 brings its baseline.
        plan.Jobs.Length.ShouldBe(24 + 2);
        plan.Jobs[^2].Title.ShouldBe("structure density, seed 3");
        plan.Jobs[^1].Title.ShouldBe("structure density + is-hubbard, seed 3");
        plan.Further.ShouldHaveSingleItem().Reason.ShouldBe("undecided");
    }

    [Theory]
    [InlineData("further: 7", DiagnosticCodes.WrongForm)]
    [InlineData("further: [{ target: density, seeds: [1] }]", DiagnosticCodes.MissingKey)]
    [InlineData("further: [{ representation: structure, target: density, seeds: [1], sead: 2 }]", DiagnosticCodes.UnknownKey)]
    [InlineData(
        "further: [{ representation: structure, target: density, feature: [is-hubbard, is-hubbard], seeds: [1] }]",
        DiagnosticCodes.Duplicate
    )]
    [InlineData("further: [{ representation: structure, target: [density, volume], seeds: [1] }]", DiagnosticCodes.WrongForm)]
    public void Mistakes_in_models_beyond_the_grid_are_told(string line, string code) =>
        Reading.Problem(Plans.Small + "\n" + line).Code.ShouldBe(code);

    [Fact]
    public void A_list_of_aliases_to_long_lists_of_seeds_is_told_at_once()
    {
        var seeds = string.Join(", ", Enumerable.Range(1, 900));
        var bomb =
            $"further: [&a {{ representation: structure, target: density, seeds: [{seeds}] "
                + $"}}{string.Concat(Enumerable.Repeat(", *a", 5000))}]";
        Reading.Read(Plans.Small + "\n" + bomb).Diagnostics.ShouldContain(d => d.Code == DiagnosticCodes.TooLarge);
        Reading
            .Read(
                Plans.Small
                    + $"\nfurther: [&a {{ representation: structure, target: density, seeds: [1] "
                    + $"}}{string.Concat(Enumerable.Repeat(", *a", 50_000))}]")
            .Diagnostics.ShouldContain(d => d.Code == DiagnosticCodes.TooLarge);
    }
}
