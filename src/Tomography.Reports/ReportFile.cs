namespace Tomography.Reports;

/// <summary>A file that lies beside the report.</summary>
/// <param name="Name">Its name, from the folder of the page.</param>
/// <param name="Holds">What it holds, in a few words.</param>
public sealed record ReportFile(string Name, string Holds);
