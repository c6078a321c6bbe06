namespace Tomography.Evidence.Tests;

/// <summary>A kind of study that is trained many times, each time on a phantom of its own.</summary>
/// <param name="Representation">What its models see.</param>
/// <param name="Materials">Materials of each phantom.</param>
/// <param name="Seeds">Seeds.</param>
/// <param name="Rotates">Whether the seeds test the parts of one deal in turn; else a random fifth each.</param>
public sealed record TrainedCell(string Representation, int Materials, int Seeds, bool Rotates)
{
    /// <summary>Formulas of each phantom.</summary>
    public int Formulas { get; init; } = 30;

    /// <summary>The types of these formulas.</summary>
    public string FormulaTypes { get; init; } = Usual;

    private const string Usual = "ABX3, A2BX4";

    /// <summary>The experiment of one draw.</summary>
    public string Experiment(int draw) => $$"""
        experiment: {{NameOf(draw)}}
        dataset:
          phantom:
            { materials: {{Materials}}, seed: {{5000 + draw}}, formulas: {{Formulas}}, formula-types: [{{FormulaTypes}}],
              random-properties: 1 }
        representations: [{{Representation}}]
        targets: [band-gap, volume]
        features: [density, number-of-sites, spacegroup-crystal-system, random-1]
        controls: [shuffled]
        seeds: [{{string.Join(", ", Enumerable.Range(1, Seeds))}}]
        split: {{(Rotates ? "{ rotate: 5 }" : "{ by: material }")}}
        model: { convolutions: 2, atom-features: 16, hidden: 32, hidden-layers: 2 }
        training: { epochs: 60, batch-size: 32, optimizer: adam, learning-rate: 0.01, milestones: [45] }
        """;

    /// <summary>The name of the experiment of one draw.</summary>
    public string NameOf(int draw) =>
        $"{Representation}-{Materials}{(Formulas == 30 ? "" : $"-of-{Formulas}")}-{Seeds}{(FormulaTypes == Usual ? "" : "-other")}-{draw}";

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Representation}, {Materials} materials of {Formulas} formulas{(FormulaTypes == Usual ? "" : $" ({FormulaTypes})")}, "
            + $"{Seeds} {(Rotates ? "rotating" : "random")} seeds";
}
