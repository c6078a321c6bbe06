using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The checklist in words.</summary>
internal static class ChecklistText
{
    /// <summary>Within what limit a place passes, such as <c>at most 0.5</c>.</summary>
    public static string Limit(ChecklistItem item) =>
        (item.Place == ChecklistPlace.SharingDepth ? "at least " : "at most ") + item.Limit.ToString("0.###", CultureInfo.InvariantCulture);
}
