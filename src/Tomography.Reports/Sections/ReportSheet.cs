using ClosedXML.Excel;

namespace Tomography.Reports;

/// <summary>A sheet of the workbook.</summary>
/// <param name="Name">Its name. Excel takes 31 characters, and none of <c>[]:*?/\</c>; the workbook cuts and mends a name that is not
/// so.</param>
/// <param name="Fill">Writes the cells of the empty sheet that it is given.</param>
public sealed record ReportSheet(string Name, Action<IXLWorksheet> Fill)
{
    /// <summary>What it holds, in a few words for the list of sheets; empty for none.</summary>
    public string Holds { get; init; } = "";
}
