using Tomography.Crystals;
using Tomography.Datasets;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

/// <summary>The worked example of docs/lattice.md: three properties, one control, three seeds.</summary>
internal static class LatticeExample
{
    private static readonly PropertyName Noise = new("noise");
    private static readonly int[] Seeds = [1, 2, 3];

    public static StudyResults Results { get; } = Study([S], [Volume, Density, BandGap], [Volume, Density, BandGap, Noise], Seeds,
        Errors(S, Volume, null, Seeds, 10, 12, 11),
        Errors(S, Volume, Volume, Seeds, 1, 1, 1),
        Errors(S, Volume, Density, Seeds, 5, 7.2, 7.7),
        Errors(S, Volume, BandGap, Seeds, 9.5, 12.6, 11),
        Errors(S, Volume, Noise, Seeds, 9.9, 11.88, 10.89),
        Errors(S, Density, null, Seeds, 1, 1, 1),
        Errors(S, Density, Volume, Seeds, 0.8, 0.7, 0.75),
        Errors(S, Density, Density, Seeds, 0.1, 0.1, 0.1),
        Errors(S, Density, BandGap, Seeds, 1.1, 1.2, 1.15),
        Errors(S, Density, Noise, Seeds, 1, 1.01, 0.99),
        Errors(S, BandGap, null, Seeds, 0.5, 0.5, 0.5),
        Errors(S, BandGap, Volume, Seeds, 0.49, 0.485, 0.495),
        Errors(S, BandGap, Density, Seeds, 0.45, 0.4, 0.425),
        Errors(S, BandGap, BandGap, Seeds, 0.1, 0.1, 0.1),
        Errors(S, BandGap, Noise, Seeds, 0.48, 0.49, 0.485)) with { Controls = [Noise] };

    public static StudyAnalysis Analysis { get; } = StudyAnalyzer.Analyze(Results);

    public static LatticeAnalysis Lattice { get; } = Analysis.Entanglement.Representations[0];
}
