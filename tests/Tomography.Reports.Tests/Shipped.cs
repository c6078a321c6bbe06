using Tomography.Testing;

namespace Tomography.Reports.Tests;

/// <summary>What comes with the program.</summary>
internal static class Shipped
{
    public static TemplateFiles Templates { get; } = TemplateFiles.Of(new(Repository.PathOf("templates")));
}
