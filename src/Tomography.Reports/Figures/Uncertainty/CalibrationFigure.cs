using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws the share of crystals that intervals are to hold against the share that they hold.</summary>
internal static class CalibrationFigure
{
    private static readonly CurvePanels s_panels = new(
        "calibration", "Calibration: wanted and held shares", "wanted, %; upward held, %",
        ["calibrated", "spread and noise", "spread alone"])
    {
        HasDiagonal = true,
    };

    /// <summary>The figure; null where nothing could be judged.</summary>
    public static ReportFigure? Of(StudyAnalysis analysis, UncertaintyAnalysis uncertainty)
    {
        CurvePanel[] panels = [.. uncertainty.Targets.Select(Panel)];
        return panels.Length == 0 ? null : new(
            "calibration",
            "Calibration: the share of crystals that intervals are to hold, and the share that they hold.",
            "On the line an interval holds what it promises; below it, models are surer than they may be. Calibrated intervals are those "
                + "of conformal prediction; the others are normal errors, by the spread of the models with the noise that is left, "
                + "and by the "
                + "spread alone. Each crystal is judged by what the other half of the crystals calibrates.",
            s_panels.Draw(analysis, panels),
            FigureData.Of(
                uncertainty.Targets.SelectMany(t => t.Curve.Select(p => (Target: t, Point: p))),
                ("target", r => r.Target.Target.Value),
                ("representation", r => r.Target.Representation.Name),
                ("wanted", r => r.Point.Level),
                ("calibrated", r => r.Point.Conformal),
                ("spread_and_noise", r => r.Point.Normal),
                ("spread_alone", r => r.Point.SpreadAlone)));
    }

    private static CurvePanel Panel(TargetUncertainty target)
    {
        PanelCurve?[] curves = [Curve(0, p => p.Conformal), Curve(1, p => p.Normal), Curve(2, p => p.SpreadAlone)];
        return new(
            target, $"{NumberText.Count(target.Crystals)} crystals, area {NumberText.Fixed(target.ConformalArea, 3)}",
            [.. curves.OfType<PanelCurve>()], new(0, 1, 0, 1));

        PanelCurve? Curve(int style, Func<CalibrationPoint, double?> share)
        {
            (double, double)[] points = [.. target.Curve.Where(p => share(p) is not null).Select(p => (p.Level, share(p)!.Value))];
            return points.Length == 0 ? null : new(style, points);
        }
    }
}
