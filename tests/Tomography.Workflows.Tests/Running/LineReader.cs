using System.Collections.Concurrent;

namespace Tomography.Workflows.Tests;

/// <summary>Lines that come from a collection, as they come; it ends where the collection is complete.</summary>
internal sealed class LineReader(BlockingCollection<string> lines) : TextReader
{
    public override string? ReadLine() => lines.TryTake(out var line, Timeout.Infinite) ? line : null;
}
