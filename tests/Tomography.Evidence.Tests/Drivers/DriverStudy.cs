namespace Tomography.Evidence.Tests;

/// <summary>A study in which targets are learnt in pairs, in one way of sharing.</summary>
/// <param name="Targets">The targets.</param>
/// <param name="Materials">Materials of each phantom.</param>
/// <param name="Epochs">Epochs.</param>
/// <param name="Seeds">Seeds.</param>
internal sealed record DriverStudy(string Targets, int Materials, int Epochs, int Seeds)
{
    /// <summary>
    /// Two energies with the same causes, two properties that hang on the same bonds in other ways, and one that cannot be learnt from
    /// structure and stands in the way of all others.
    /// </summary>
    public static DriverStudy Long { get; } = new("energy-per-atom, formation-energy-per-atom, band-gap, density, volume", 800, 60, 5);

    /// <summary>So small that every change can run it.</summary>
    public static DriverStudy Short { get; } = new("energy-per-atom, formation-energy-per-atom", 60, 2, 2);

    /// <summary>The experiment of one draw with one way to share; draws have formulas of their own.</summary>
    public string Experiment(int draw, SharingDriver driver) => $$"""
        experiment: drivers-{{draw}}-{{driver.Name.Replace(' ', '-')}}
        dataset:
          phantom: { materials: {{Materials}}, seed: {{7000 + draw}}, formulas: 30, formula-types: [ABX3, A2BX4] }
        representations: [structure]
        targets: [{{Targets}}]
        features: []
        together: pairs
        seeds: [{{string.Join(", ", Enumerable.Range(1, Seeds))}}]
        split: { rotate: 5 }
        model: { convolutions: 2, atom-features: 16, hidden: 32, hidden-layers: 2 }
        training:
          { epochs: {{Epochs}}, batch-size: 32, optimizer: adam, learning-rate: 0.01, milestones: [{{3 * Epochs / 4}}],
            joint: { {{driver.Settings}} } }
        """;
}
