using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>How a build was started, so that the commands that it shows work where its own command did.</summary>
/// <param name="Project">Full path of the project that is built.</param>
/// <param name="StartFolder">Full path of the folder where the command was given.</param>
/// <param name="Paths">
/// Properties outside of the project that are paths and must be given again, like the store, by name; full paths.
/// </param>
/// <param name="Values">Other such properties, by name.</param>
public sealed record BuildOrigin(
    string Project,
    string StartFolder,
    ImmutableArray<(string Name, string Value)> Paths,
    ImmutableArray<(string Name, string Value)> Values);
