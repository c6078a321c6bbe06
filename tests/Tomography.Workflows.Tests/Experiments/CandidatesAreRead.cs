using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Workflows.Tests;

/// <summary>Candidates and what is wanted of them.</summary>
public sealed class CandidatesAreRead
{
    private const string Start = """
        experiment: small
        dataset: { csv: a.csv }
        representations: [composition, structure]
        targets: [band-gap, e-above-hull, density]

        """;

    [Fact]
    public void With_goals_that_have_aims_bounds_or_both()
    {
        var read = Reading.Valid(Start + """
            candidates:
              dataset: { folder: new, limit: 20 }
              goals:
                - { property: band-gap, between: [1.1, 1.6], near: 1.34 }
                - { property: e-above-hull, minimise: true, below: 0.05 }
                - { property: density, maximise: true, reference: 2 }
              representation: structure
              batch: 5
              diversity: 0
              gates: [edges]
            """).Candidates.ShouldNotBeNull();

        read.Goals.ShouldBe(
        [
            new Goal(new("band-gap"), GoalAim.Near, 1.1, 1.6) { AimedAt = 1.34 },
            new Goal(new("e-above-hull"), GoalAim.Minimise, null, 0.05),
            new Goal(new("density"), GoalAim.Maximise, null, null) { Reference = 2 },
        ]);
        (read.Representation, read.Batch, read.Crystals.Limit).ShouldBe(
            (Representation.Structure, new BatchSettings(5, 0) { Gates = StoppedBy.Edges }, (int?)20));
        read.Crystals.Dataset.ShouldBeOfType<DatasetSource.Folder>();
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var read = Reading.Valid(Start + "candidates: { dataset: { phantom: {} }, goals: [{ property: density, above: 3 }] }").Candidates!;
        (read.Representation, read.Batch).ShouldBe((Representation.Composition, new BatchSettings()));
        read.Goals[0].ShouldBe(new Goal(new("density"), GoalAim.None, 3, null));
    }

    [Fact]
    public void They_change_no_key_of_a_model()
    {
        var with = Reading.Valid(Start + "candidates: { dataset: { phantom: {} }, goals: [{ property: density, above: 3 }] }");
        with.Variants.ShouldBe(Reading.Valid(Start).Variants);
    }

    [Theory]
    [InlineData(
        "TOMO1006", "property: bandgap, minimise: true", "no target of this experiment, so nothing predicts it; did you mean 'band-gap'?")]
    [InlineData("TOMO1006", "property: volume, minimise: true", "Targets: band-gap, e-above-hull, density.")]
    [InlineData("TOMO1005", "property: density, between: [6, 2]", "No value lies above 6 and below 2; did you mean [2, 6]?")]
    [InlineData("TOMO1005", "property: density, above: 6, below: 2", "did you mean [2, 6]?")]
    [InlineData("TOMO1004", "property: density, between: 6", "must be a list of two numbers")]
    [InlineData("TOMO1009", "property: density, between: [1, 2], below: 6", "'between' says both")]
    [InlineData("TOMO1009", "property: density", "says nothing of what is wanted: add one of minimise, maximise, near, between")]
    [InlineData("TOMO1009", "property: density, minimise: true, near: 4", "one of minimise, maximise and near, not minimise and near")]
    [InlineData("TOMO1004", "property: density, minimise: false", "must be true, not 'false'")]
    [InlineData("TOMO1009", "property: density, below: 3, reference: 2", "and this goal only has bounds")]
    [InlineData("TOMO1003", "property: density, minimize: true, below: 3", "did you mean 'minimise'?")]
    [InlineData("TOMO1002", "minimise: true", "'candidates.goals[0].property' is missing")]
    [InlineData("TOMO1004", "property: density, below: low", "must be a number, not 'low'")]
    public void Mistakes_are_told_where_they_stand(string code, string goal, string told)
    {
        var problem = Reading.Problem(Start + $"candidates:\n  dataset: {{ phantom: {{}} }}\n  goals:\n    - {{ {goal} }}");
        (problem.Code, problem.Location.Line).ShouldBe((code, 8));
        problem.Location.Column.ShouldBeGreaterThan(6);
        problem.Message.ShouldContain(told);
    }

    [Theory]
    [InlineData("TOMO1002", "goals: [{ property: density, below: 3 }]", "'candidates.dataset' is missing")]
    [InlineData("TOMO1002", "dataset: { phantom: {} }", "'candidates.goals' is missing")]
    [InlineData("TOMO1004", "dataset: { phantom: {} }, goals: [density]", "must be a list of mappings, one per goal")]
    [InlineData("TOMO1005", "dataset: { phantom: {} }, batch: 0, goals: [{ property: density, below: 3 }]", "must be from 1 to 100000")]
    [InlineData(
        "TOMO1006", "dataset: { phantom: {} }, representation: voxels, goals: [{ property: density, below: 3 }]",
        "Choices: composition, structure.")]
    [InlineData(
        "TOMO1007", "dataset: { phantom: {} }, goals: [{ property: density, below: 3 }, { property: density, minimise: true }]",
        "'density' has two goals")]
    public void So_are_those_beside_the_goals(string code, string lines, string told)
    {
        var problem = Reading.Problem(Start + $"candidates: {{ {lines} }}");
        (problem.Code, problem.Location.Line).ShouldBe((code, 5));
        problem.Message.ShouldContain(told);
    }
}
