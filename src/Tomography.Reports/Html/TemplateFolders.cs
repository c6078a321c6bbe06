namespace Tomography.Reports;

/// <summary>The folders that templates are taken from.</summary>
/// <param name="Shipped">Full path of the folder with all templates, as they come with the program.</param>
/// <param name="Own">Full path of the user's folder, whose files stand in for those of the same name; empty where there is none.</param>
public sealed record TemplateFolders(string Shipped, string Own = "");
