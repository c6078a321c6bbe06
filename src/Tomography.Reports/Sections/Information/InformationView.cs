using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Mutual information beside importance, and how it divides into unique, redundant and synergetic parts.</summary>
internal static class InformationView
{
    public static object Of(StudyAnalysis analysis) => new { information = Table(analysis) };

    // Null where no information was estimated.
    private static object? Table(StudyAnalysis analysis)
    {
        if (analysis.Information is not { Cells.IsEmpty: false } table) return null;
        var rows = analysis.Targets.SelectMany(target => Rows([.. table.Cells.Where(cell => cell.Target == target.Name)])).ToArray();
        return new
        {
            figure = new ReportFigure("Mutual information in bits, and below it the importance.", InformationFigure.Draw(analysis)).View,
            materials = NumberText.Count(table.Materials),
            samples = NumberText.Count(table.Samples),
            isSubsampled = table.IsSubsampled,
            bins = NumberText.Count(table.Bins),
            gaps = table.HasGaps
                ? new
                {
                    fewest = NumberText.Count(table.Cells.Min(cell => cell.Materials)),
                    most = NumberText.Count(table.Cells.Max(cell => cell.Materials)),
                }
                : null,
            parts = rows.Length == 0 ? null : new { rows, hasGaps = table.HasGaps },
        };
    }

    // Per target the feature that tells most, and the one that tells most together with another where that is a different one.
    private static IEnumerable<object> Rows(InformationCell[] cells)
    {
        if (cells.Where(cell => cell is { Bits: not null, Second: not null }).MaxBy(cell => cell.Bits) is not { } most) yield break;
        yield return Row(most, "tells most");
        var together = cells.Where(cell => cell is { Bits: not null, Second.Parts.Synergetic: > 0 })
            .MaxBy(cell => cell.Second!.Parts!.Synergetic);
        if (together is not null && together != most) yield return Row(together, "most synergy");
    }

    private static object Row(InformationCell cell, string why) => new
    {
        target = cell.Target.Value,
        feature = cell.Feature.Value,
        why,
        bits = Bits(cell.Bits),
        second = cell.Second!.Feature.Value,
        isThere = cell.Second.Parts is not null,
        cells = NumberText.Count(cell.Second.Cells),
        materials = NumberText.Count(cell.Second.Samples),
        redundant = Bits(cell.Second.Parts?.Redundant),
        unique = Bits(cell.Second.Parts?.UniqueFirst),
        uniqueSecond = Bits(cell.Second.Parts?.UniqueSecond),
        synergetic = Bits(cell.Second.Parts?.Synergetic),
    };

    private static string Bits(double? bits) => bits is { } number ? NumberText.Fixed(number, 2) : "";
}
