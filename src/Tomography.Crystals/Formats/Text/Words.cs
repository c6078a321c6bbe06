namespace Tomography.Crystals;

/// <summary>Takes words between blanks from the start of a line, without copying it.</summary>
internal static class Words
{
    /// <summary>The next word, which is taken off the line; empty at its end.</summary>
    public static ReadOnlySpan<char> Take(scoped ref ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        var end = 0;
        while (end < line.Length && !char.IsWhiteSpace(line[end])) end++;
        var word = line[..end];
        line = line[end..];
        return word;
    }

    /// <summary>Takes three numbers off a line; false where there are not three.</summary>
    public static bool TakeVector(ref ReadOnlySpan<char> line, out Vector3 vector)
    {
        vector = default;
        if (
            !NumberText.TryParse(Take(ref line), out var x)
            || !NumberText.TryParse(Take(ref line), out var y)
            || !NumberText.TryParse(Take(ref line), out var z))
            return false;
        vector = new(x, y, z);
        return true;
    }
}
