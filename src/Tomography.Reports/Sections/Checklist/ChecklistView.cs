using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The eight places where a pipeline decides.</summary>
internal static class ChecklistView
{
    public static object Of(ImmutableArray<ChecklistItem> items) => new
    {
        attention = NumberText.Count(items.Count(item => item.Status == ChecklistStatus.Attention)),
        pass = NumberText.Count(items.Count(item => item.Status == ChecklistStatus.Pass)),
        notMeasured = NumberText.Count(items.Count(item => item.Status == ChecklistStatus.NotMeasured)),
        rows = items.Select(item => new
        {
            title = item.Title,
            representation = item.Representation?.Name ?? "",
            status = item.Status.Words(),
            isPass = item.Status == ChecklistStatus.Pass,
            isAttention = item.Status == ChecklistStatus.Attention,
            value = item.Number is { } number ? NumberText.Fixed(number, 3) : "\u2013",
            limit = ChecklistText.Limit(item),
            measured = item.Measured,
        }).ToArray(),
    };
}
