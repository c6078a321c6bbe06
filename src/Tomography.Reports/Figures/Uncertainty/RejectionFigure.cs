using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws the error that is left where the least sure crystals are left out.</summary>
internal static class RejectionFigure
{
    private static readonly CurvePanels s_panels = new(
        "rejection", "Error by the share of crystals kept", "kept, %", ["by spread", "by distance", "by the error itself"]);

    /// <summary>The figure; null where nothing could be judged.</summary>
    public static ReportFigure? Of(StudyAnalysis analysis, UncertaintyAnalysis uncertainty)
    {
        CurvePanel[] panels = [.. uncertainty.Targets.Select(target => Panel(target, analysis.Property(target.Target).Unit))];
        return panels.Length == 0 ? null : new(
            "rejection",
            "Mean absolute error where the least sure crystals are left out.",
            "From the right, crystals are left out by the spread of the models, or by their distance to the training crystals. Where a "
                + "curve stays level, what is said to be sure is no better. The lowest curve leaves out the largest errors, which "
                + "nobody knows "
                + "beforehand.",
            s_panels.Draw(analysis, panels),
            FigureData.Of(
                uncertainty.Targets.SelectMany(t => t.Rejection.Select(p => (Target: t, Point: p))),
                ("target", r => r.Target.Target.Value),
                ("representation", r => r.Target.Representation.Name),
                ("kept", r => r.Point.Kept),
                ("by_spread", r => r.Point.BySpread),
                ("by_distance", r => r.Point.ByDistance),
                ("by_error", r => r.Point.Best)));
    }

    private static CurvePanel Panel(TargetUncertainty target, string unit)
    {
        PanelCurve?[] curves = [Curve(0, p => p.BySpread), Curve(1, p => p.ByDistance), Curve(2, p => p.Best)];
        var drawn = curves.OfType<PanelCurve>().ToArray();
        return new(
            target, $"error{(unit.Length == 0 ? "" : $" in {unit}")}", drawn,
            Axis.Around([0, .. drawn.SelectMany(c => c.Points).Select(p => p.Y)], 0, 1));

        PanelCurve? Curve(int style, Func<RejectionPoint, double?> error)
        {
            (double, double)[] points =
                [.. target.Rejection.Where(p => error(p) is not null).Select(p => (p.Kept, error(p)!.Value)).OrderBy(p => p.Kept)];
            return points.Length == 0 ? null : new(style, points);
        }
    }
}
