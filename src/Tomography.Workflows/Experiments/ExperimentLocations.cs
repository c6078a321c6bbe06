using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>Where the keys of an experiment stand in its file.</summary>
/// <param name="File">Full path of the experiment file.</param>
/// <param name="Keys">Key path (<c>dataset.csv</c>, <c>targets[2]</c>) to its place.</param>
public sealed record ExperimentLocations(string File, ImmutableDictionary<string, SourceLocation> Keys)
{
    /// <summary>Where a key stands; where it was left out, where its parent stands.</summary>
    public SourceLocation Of(string keyPath)
    {
        for (var path = keyPath; ;)
        {
            if (Keys.TryGetValue(path, out var location)) return location;
            var end = path.LastIndexOfAny(['.', '[']);
            if (end < 0) return new(File, 1, 1);
            path = path[..end];
        }
    }
}
