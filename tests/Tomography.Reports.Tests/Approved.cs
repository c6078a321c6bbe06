using Shouldly.Configuration;

namespace Tomography.Reports.Tests;

/// <summary>Where approved outputs lie: in the folder <c>Approved</c> beside the test, named by test class and test.</summary>
internal static class Approved
{
    /// <summary>Approved output with a file extension.</summary>
    public static Action<ShouldMatchConfigurationBuilder> As(string extension) => configuration =>
        configuration.SubFolder("Approved").WithFileExtension(extension).NoDiff();
}
