using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// Mutual information beside chance and importance, how it divides into unique, redundant and synergetic parts, and whether it shows in the
/// error.
/// </summary>
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
            figure = InformationFigure.Of(analysis),
            plot = ImportanceInformationFigure.Of(analysis),
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
            chance = table.Pairs == 0 ? null : Chance(table),
            parts = rows.Length == 0 ? null : new
            {
                figure = DecompositionFigure.Of(analysis), rows, hasGaps = table.HasGaps, agreement = AgreementView.Of(analysis),
            },
        };
    }

    private static object Chance(InformationTable table) => new
    {
        shuffles = NumberText.Count(table.Shuffles),
        pairs = NumberText.Count(table.Pairs),
        more = Pairs(table, ChanceReading.MoreThanChance),
        unclear = Pairs(table, ChanceReading.Unclear),
        none = Pairs(table, ChanceReading.NoMoreThanChance),
    };

    private static string Pairs(InformationTable table, ChanceReading reading) =>
        NumberText.Count(table.PairsThat(cell => cell.Reading == reading));

    // Per target the feature that tells most, and the one that adds most to another where that is a different one.
    private static IEnumerable<object> Rows(InformationCell[] cells)
    {
        if (cells.Where(cell => cell is { Bits: not null, Second: not null }).MaxBy(cell => cell.Bits) is not { } most) yield break;
        yield return Row(most, "tells most");
        var adding = cells.Where(cell => Broja(cell) is { Added: { IsNoMoreThanChance: false, LessChance: > 0 } })
            .MaxBy(cell => Broja(cell)!.Added.LessChance);
        if (adding is not null && adding != most) yield return Row(adding, "adds most");
    }

    private static object Row(InformationCell cell, string why) => new
    {
        target = cell.Target.Value,
        feature = cell.Feature.Value,
        why,
        bits = cell.Bits is { } bits ? NumberText.Fixed(bits, 2) : "",
        second = cell.Second!.Feature.Value,
        isThere = Broja(cell) is not null,
        cells = NumberText.Count(cell.Second.Cells),
        materials = NumberText.Count(cell.Second.Samples),
        redundant = Part(Broja(cell)?.Redundant),
        unique = Part(Broja(cell)?.Unique),
        synergetic = Part(Broja(cell)?.Synergetic),
        added = Part(Broja(cell)?.Added),
    };

    private static PartsEstimate? Broja(InformationCell cell) => cell.Second?.By(DecompositionMethod.Broja);

    private static object? Part(PartEstimate? part) =>
        part is null ? null : new { bits = NumberText.Fixed(part.LessChance, 2), isChance = part.IsNoMoreThanChance };
}
