using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What the numbers on uncertainty mean, in sentences.</summary>
internal static class UncertaintyText
{
    /// <summary>How there come to be crystals that models did not see, as tables write it.</summary>
    public static string Word(this UnseenDesign design) => design == UnseenDesign.HeldOut ? "held out" : "tested";

    /// <summary>A share in percent without needless decimals: <c>90</c>.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The sentences above the figures, as HTML without names in it.</summary>
    public static IEnumerable<string> Sentences(UncertaintyAnalysis uncertainty)
    {
        var (settings, targets) = (uncertainty.Settings, uncertainty.Targets);
        yield return targets[0].Design == UnseenDesign.HeldOut
            ? $"A part of the dataset is held out of training, validation and test of every seed "
                + $"({NumberText.Count(targets.Max(t => t.Crystals))} crystals); all models predict it. Half of it calibrates, the "
                + "other half "
                + "judges, and the reverse; crystals of one formula are in one half. An interval is the mean of the models plus and "
                + "minus a multiple of what spread and noise let expect "
                + "(split conformal prediction)."
            : "Each crystal is predicted by those models that tested it and no other. Half of the crystals calibrate, the other half "
                + "judge, and the reverse; crystals of one formula are in one half. Intervals of new crystals are those of CV+. With "
                + "a part held "
                + "out (<code>split: { hold-out: 0.1 }</code>) the spread of all models is known of every crystal.";
        var asked = targets.Select(t => t.Asked).OfType<LevelCoverage>().ToArray();
        if (asked.Length > 0)
            yield return $"<strong>Intervals that are to hold {Percent(settings.Level)} % hold "
                + $"{Range(asked.Select(a => 100 * a.Coverage))} % of the crystals, target by target.</strong> That is promised for "
                + "crystals drawn as those of the dataset are, on average "
                + "over all of them. Other formulas or other chemistry are another draw: there intervals hold less, and the domain says "
                + "where to expect it.";
        else
            yield return $"There are too few crystals to calibrate intervals that hold {Percent(settings.Level)} %: it takes "
                + $"{NumberText.Count(settings.Fewest)}.";
        var told = targets.Where(t => t.Told is not null).ToArray();
        if (told.Length > 0)
            yield return "Models predict the variance of their own error, too, so that each crystal has a noise of its own. Of "
                + $"{NumberText.Count(told.Length)} targets and representations it describes errors better than one noise for all in "
                + $"{NumberText.Count(told.Count(t => t.Told!.Crps < t.Crps))} by the CRPS and in "
                + $"{NumberText.Count(told.Count(t => t.Told!.Area < t.NormalArea))} by the miscalibration area. Intervals and gates go by "
                + "the one noise.";
        var gates = targets.Select(t => t.Gates).ToArray();
        var (held, all) = (gates.Sum(g => g.Held.Crystals), gates.Sum(g => g.Held.Crystals + g.Passed.Crystals));
        yield return $"Gates stop {NumberText.Count(held)} of {NumberText.Count(all)} predictions of these crystals, and "
            + $"{NumberText.Count(uncertainty.StoppedEdges.Length)} of {NumberText.Count(uncertainty.Edges)} edges. A prediction "
            + "passes inside "
            + "the domain, with an interval no wider than <code>analysis.gates</code> allows, where an edge into the target is trusted; an "
            + "edge passes where it is decided, trusted and does not harm.";
    }

    private static string Range(IEnumerable<double> values)
    {
        double[] all = [.. values];
        var (least, most) = (NumberText.Fixed(all.Min(), 1), NumberText.Fixed(all.Max(), 1));
        return least == most ? least : $"{least} to {most}";
    }
}
