using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>How an estimate of information compares with chance, in words.</summary>
internal static class ChanceWords
{
    public static string Of(ChanceReading reading) => reading switch
    {
        ChanceReading.MoreThanChance => "more than chance",
        ChanceReading.NoMoreThanChance => "no more than chance",
        ChanceReading.Unclear => "unclear with so many pairs",
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "Not a reading."),
    };
}
