using Tomography.Testing;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>
/// The tools of the checkout, built once before the first build under test: builds that run side by side then only read them.
/// </summary>
internal static class BuiltTools
{
    private static readonly Lazy<BuildOutput> s_build = new(Build);

    /// <summary>Builds them where that was not done yet.</summary>
    public static void Require() => s_build.Value.ShouldSucceed();

    private static BuildOutput Build()
    {
        var project = Repository.PathOf("workflows", "sweep.proj");
        using var build = new Workspace.RunningBuild(["dotnet", "build", project, "-t:TomographyTools"], Repository.PathOf("workflows"));
        return build.Finish(TimeSpan.FromMinutes(5));
    }
}
