namespace Tomography.Crystals;

/// <summary>Reads the text of a stream, and not without end.</summary>
internal static class BoundedText
{
    /// <summary>
    /// The text (UTF-8, or what its byte order mark says); where there is more than the most, one character more than that, so that its
    /// reader can tell.
    /// </summary>
    public static string Read(Stream stream, int most)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var text = new System.Text.StringBuilder();
        var buffer = new char[1 << 14];
        for (int read; text.Length <= most && (read = reader.Read(buffer, 0, (int)Math.Min(buffer.Length, most + 1L - text.Length))) > 0;)
            text.Append(buffer, 0, read);
        return text.ToString();
    }
}
