namespace Tomography.Reports;

/// <summary>A setting of the experiment as reports show it.</summary>
/// <param name="Name">What is set.</param>
/// <param name="Value">To what.</param>
public sealed record ReportSetting(string Name, string Value);
