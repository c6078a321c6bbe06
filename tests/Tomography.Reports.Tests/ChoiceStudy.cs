using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>The small study with made-up candidates: the larger their volume, the smaller their density.</summary>
internal static class ChoiceStudy
{
    private static readonly PropertyName Volume = new("volume"), Density = new("density");

    public static ReportInput Input { get; } = With(
        [new(Volume, GoalAim.Minimise, null, 60), new(Density, GoalAim.Minimise, 0.5, null)]);

    /// <summary>The small study with a choice for some goals.</summary>
    public static ReportInput With(ImmutableArray<Goal> goals) => SmallStudy.Input with
    {
        Choice = CandidateChooser.Choose(Pool(goals), new(4)),
    };

    private static CandidatePool Pool(ImmutableArray<Goal> goals)
    {
        const int Count = 40;
        int[] all = [.. Enumerable.Range(0, Count)];
        return new()
        {
            Goals = goals,
            Representation = Representation.Composition,
            Ids = [.. all.Select(i => i == 3 ? "<three>" : $"c{i}")],
            Formulas = [.. all.Select(i => $"A{i + 1}")],
            Predictions = [.. goals.Select(g => new GoalPredictions(
                [.. Enumerable.Range(0, 3).Select(m => all.Select(i => Value(g.Property, i) * (1 + 0.02 * m)).ToArray())],
                g.Property == Volume ? 1 : 0.1)
            {
                Stopped = [.. all.Select(i => i == 5 ? StoppedBy.Domain : StoppedBy.None)],
            })],
            Known = [.. new[] { 25, 40, 55 }.Select(v => goals.Select(g => g.Property == Volume ? v : 260.0 / v).ToArray())],
            SameAs = [.. all.Select(i => i == 7 ? "m7" : null)],
            Places = LatentPlaces.Of([[.. all.Select(i => (float)i)]], Count),
            Verdicts = SmallStudy.Input.Analysis.Verdicts,
        };
    }

    // Two in three lie behind the front.
    private static double Value(PropertyName property, int place) =>
        property == Volume ? 20 + place : (240.0 + 60 * (place % 3)) / (20 + place);
}
