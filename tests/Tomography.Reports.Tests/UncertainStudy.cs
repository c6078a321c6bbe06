using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports.Tests;

/// <summary>The small study with made-up predictions of held-out crystals: the farther from the training crystals, the worse.</summary>
internal static class UncertainStudy
{
    public static UncertaintySettings Settings { get; } = new() { Widths = [new(new("volume"), 60)] };

    public static ReportInput Input { get; } = With(
        [.. from target in new[] { "volume", "density" } from representation in SmallStudy.Input.Analysis.Representations
            select Crystals(representation, target)]);

    /// <summary>The same crystals, of which models also say how noisy each is.</summary>
    public static ReportInput Told { get; } = With(
        [.. Input.Analysis.Uncertainty!.Targets.Select(t => Crystals(t.Representation, t.Target.Value)).Select(u => u with
        {
            Crystals = [.. u.Crystals.Select(c => c with { Noise = 0.1 * c.Mean * c.Distance })],
        })]);

    /// <summary>The small study with what these crystals tell.</summary>
    public static ReportInput With(ImmutableArray<UnseenCrystals> unseen)
    {
        var analysis = SmallStudy.Input.Analysis;
        return SmallStudy.Input with
        {
            Analysis = analysis with { Uncertainty = UncertaintyAnalyzer.Of(unseen, Settings, analysis.Verdicts) },
        };
    }

    private static UnseenCrystals Crystals(Representation representation, string target)
    {
        var random = new Random(5);
        double Draw() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var scale = target == "volume" ? 10 : 0.2;
        return new(representation, new(target), UnseenDesign.HeldOut, [1, 2, 3],
        [
            .. Enumerable.Range(0, 120).Select(i =>
            {
                var (distance, truth) = (0.2 + i / 100.0, 100 * scale);
                return new UnseenCrystal(
                    i, i == 119 ? "<far>" : $"m{i}", $"F{i}", truth + scale * Draw(), [0, 1, 2],
                    [.. Enumerable.Range(0, 3).Select(_ => truth + scale * distance * Draw())])
                {
                    Distance = distance, CrystalSystem = i % 2 == 0 ? "cubic" : "trigonal",
                };
            }),
        ]);
    }
}
