using System.Text.RegularExpressions;
using Shouldly;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>What a real <c>dotnet build</c> printed and how it ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Text">Standard output and standard error.</param>
public sealed partial record BuildOutput(int ExitCode, string Text)
{
    /// <summary>Numbers of the line that sums up the jobs.</summary>
    public (int Planned, int Done, int Trained, int Failed) Jobs
    {
        get
        {
            var match = JobsLine().Match(Text);
            match.Success.ShouldBeTrue(Text);
            return (Number("planned"), Number("done"), Number("trained"), Number("failed"));

            int Number(string group) => int.Parse(match.Groups[group].Value);
        }
    }

    /// <summary>Fails with the whole log where the build failed.</summary>
    public BuildOutput ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Text);
        return this;
    }

    [GeneratedRegex(
        @"Jobs: (?<planned>\d+) planned, (?<done>\d+) already done, (?<trained>\d+) trained, "
            + @"(\d+ trained by another build, )?(?<failed>\d+) failed, in ",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex JobsLine();
}
