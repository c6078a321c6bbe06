using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Tomography.Workflows;

/// <summary>How a worker process is started.</summary>
/// <param name="Program">The program, like <c>dotnet</c>.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>
    /// The encoding of its pipes. Both ends say it: by itself a pipe has the encoding of the machine's language settings.
    /// </summary>
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A process of it, with pipes at all three ends.</summary>
    internal ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in Arguments) start.ArgumentList.Add(argument);
        // Nothing of the build's own process must leak into the worker: MSBuild points some of these at its own assemblies.
        var own = start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray();
        foreach (var name in own) start.Environment.Remove(name);
        // What the system says of an error ends in logs and notes, which are in English.
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
