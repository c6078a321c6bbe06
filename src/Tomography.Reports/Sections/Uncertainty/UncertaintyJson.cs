using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Uncertainties in <c>analysis.json</c>.</summary>
internal static class UncertaintyJson
{
    public static object Of(UncertaintyAnalysis uncertainty) => new
    {
        uncertainty.Settings.Level,
        uncertainty.Settings.Neighbours,
        uncertainty.Settings.Domain,
        Within = uncertainty.Settings.Within == CalibratedWithin.All ? "all" : "distance",
        Targets = uncertainty.Targets.Select(Target),
        Joint = uncertainty.Joint.Select(joint => new
        {
            Representation = joint.Representation.Name,
            Targets = joint.Targets.Select(t => t.Value),
            joint.Crystals,
            joint.Correlations,
            joint.MeanCorrelation,
            joint.Level,
            joint.Box,
            joint.Bonferroni,
            joint.Volume,
        }),
        uncertainty.Edges,
        StoppedEdges = uncertainty.StoppedEdges.Select(edge => new
        {
            Representation = edge.Representation.Name,
            Feature = edge.Feature.ToString(),
            Target = edge.Target.Value,
            Why = edge.Words(),
        }),
    };

    private static object Target(TargetUncertainty t) => new
    {
        Representation = t.Representation.Name,
        Target = t.Target.Value,
        CrystalsFrom = t.Design.Word(),
        t.Models,
        t.Crystals,
        Mae = t.Error,
        Rmse = t.RootMeanSquare,
        t.Spread,
        t.Noise,
        ToldNoise = t.Told is { } told
            ? new
            {
                Rms = told.RootMeanSquare,
                told.Area,
                told.Ence,
                told.Crps,
                told.Sharpness,
                AtLevel = told.Asked,
                NoiseAndError = told.Rank,
            }
            : null,
        t.Crps,
        t.Sharpness,
        t.Ence,
        Areas = new { Calibrated = t.ConformalArea, SpreadAndNoise = t.NormalArea, SpreadAlone = t.SpreadArea },
        Coverage = t.Levels,
        AtLevel = t.Asked,
        t.ConstantWidth,
        LeftOpen = t.Open,
        SpreadAndError = t.SpreadRank,
        t.Groups,
        Domain = t.Domain is { } domain ? new { domain.Inside, domain.Outside, domain.Ratio, DistanceAndError = domain.Rank } : null,
        Gates = new
        {
            Widest = t.Gates.Most,
            t.Gates.Passed,
            Held = t.Gates.Held,
            t.Gates.ByDomain,
            t.Gates.ByWidth,
            t.Gates.ByEdges,
            Stopped = t.Gates.Stopped.Select(s => new { s.Id, s.Predicted, s.True, s.Distance, s.Width, By = s.By.Word() }),
        },
    };
}
