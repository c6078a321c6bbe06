using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Workflows.Tests;

/// <summary>A closed loop to simulate.</summary>
public sealed class SimulateIsRead
{
    private const string Start = """
        experiment: small
        dataset: { csv: a.csv }
        targets: [band-gap, density]
        analysis: { loop-damping: 0.3 }

        """;

    [Fact]
    public void With_goals_policies_and_numbers()
    {
        var read = Reading.Valid(Start + """
            simulate:
              goals: [{ property: band-gap, maximise: true }, { property: density, below: 4 }]
              policies: [random, ehvi]
              start: 30
              batch: 5
              rounds: 4
              repeats: 3
              models: 2
              features: [volume]
              representation: composition
            """).Simulate.ShouldNotBeNull();

        read.Loop.Policies.Select(p => p.Name).ShouldBe(["random", "ehvi"]);
        (read.Loop.Start, read.Loop.Batch, read.Loop.Rounds, read.Loop.Repeats, read.Loop.Models).ShouldBe((30, 5, 4, 3, 2));
        (read.Loop.Damping, read.Loop.Experiments, read.Representation).ShouldBe((0.3, 20, Representation.Composition));
        read.Features.ShouldNotBeNull().Single().Value.ShouldBe("volume");
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var read = Reading.Valid(Start + "simulate: { goals: [{ property: density, minimise: true }] }").Simulate!;
        read.Loop.Policies.ShouldBe(LoopPolicy.All);
        (read.Loop.Start, read.Features, read.Representation).ShouldBe((LoopSettings.UsualStart, null, Representation.Structure));
    }

    [Theory]
    [InlineData("TOMO1002", "start: 20", "'simulate.goals' is missing")]
    [InlineData("TOMO1009", "goals: [{ property: density, below: 3 }]", "need something to get better at")]
    [InlineData("TOMO1006", "policies: [gredy], goals: [{ property: density, minimise: true }]", "did you mean 'greedy'?")]
    [InlineData("TOMO1005", "repeats: 1, goals: [{ property: density, minimise: true }]", "must be from 2 to 100")]
    [InlineData("TOMO1003", "round: 3, goals: [{ property: density, minimise: true }]", "did you mean 'rounds'?")]
    public void Mistakes_are_told_where_they_stand(string code, string lines, string told)
    {
        var problem = Reading.Problem(Start + $"simulate: {{ {lines} }}");
        (problem.Code, problem.Location.Line).ShouldBe((code, 5));
        problem.Message.ShouldContain(told);
    }
}
