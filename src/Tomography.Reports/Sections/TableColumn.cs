namespace Tomography.Reports;

/// <summary>A column of a plain table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand to the right.</param>
public sealed record TableColumn(string Heading, bool IsNumber = false);
