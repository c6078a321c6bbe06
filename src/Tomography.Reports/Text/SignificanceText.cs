using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What the rule of [T] is worth, in words.</summary>
internal static class SignificanceText
{
    /// <summary>How many couplings are significant, beside how many chance alone makes so: a sentence.</summary>
    public static string ByChance(StudyAnalysis analysis, ImportanceForm form)
    {
        var summaries = analysis.Couplings.Where(summary => summary.Form == form).Select(summary =>
            $"{NumberText.Count(summary.Significant)} of {NumberText.Count(summary.Couplings - summary.Missing)} in "
                + $"{summary.Representation.Name}, where chance alone makes about {NumberText.Plain(summary.ByChance, 1)}");
        return $"Significant: {string.Join("; ", summaries)}, if no feature tells anything. As many would be harmful by chance.";
    }
}
