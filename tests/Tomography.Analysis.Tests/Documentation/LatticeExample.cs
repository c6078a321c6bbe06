using Tomography.Crystals;
using Tomography.Datasets;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

/// <summary>The worked example of docs/lattice.md: four properties, one control, three seeds.</summary>
internal static class LatticeExample
{
    private static readonly PropertyName Energy = new("energy");
    private static readonly PropertyName Noise = new("noise");
    private static readonly int[] Seeds = [1, 2, 3];

    public static StudyResults Results { get; } = Study(
        [S], [Volume, Density, BandGap, Energy], [Volume, Density, BandGap, Energy, Noise], Seeds,
        Errors(S, Volume, null, Seeds, 10, 12, 11),
        Errors(S, Volume, Density, Seeds, 6.2, 7, 6.6),
        Errors(S, Volume, BandGap, Seeds, 10.1, 11.9, 11),
        Errors(S, Volume, Energy, Seeds, 9.9, 12.1, 11),
        Errors(S, Volume, Noise, Seeds, 10, 12.1, 10.9),
        Errors(S, Density, null, Seeds, 1, 1, 1),
        Errors(S, Density, Volume, Seeds, 0.77, 0.73, 0.75),
        Errors(S, Density, BandGap, Seeds, 1.13, 1.17, 1.15),
        Errors(S, Density, Energy, Seeds, 1, 1.01, 0.99),
        Errors(S, Density, Noise, Seeds, 1, 1.01, 0.99),
        Errors(S, BandGap, null, Seeds, 0.5, 0.5, 0.5),
        Errors(S, BandGap, Volume, Seeds, 0.485, 0.5, 0.485),
        Errors(S, BandGap, Density, Seeds, 0.42, 0.43, 0.425),
        Errors(S, BandGap, Energy, Seeds, 0.35, 0.36, 0.34),
        Errors(S, BandGap, Noise, Seeds, 0.5, 0.495, 0.505),
        Errors(S, Energy, null, Seeds, 0.2, 0.2, 0.2),
        Errors(S, Energy, Volume, Seeds, 0.2, 0.204, 0.196),
        Errors(S, Energy, Density, Seeds, 0.178, 0.19, 0.196),
        Errors(S, Energy, BandGap, Seeds, 0.15, 0.148, 0.146),
        Errors(S, Energy, Noise, Seeds, 0.198, 0.2, 0.202)).Converged() with { Controls = [Noise] };

    public static StudyAnalysis Analysis { get; } = StudyAnalyzer.Analyze(Results, new AnalysisOptions().WithCrystals(Results));

    public static LatticeAnalysis Lattice { get; } = Analysis.Entanglement.Representations[0];
}
