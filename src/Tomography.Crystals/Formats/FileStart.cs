namespace Tomography.Crystals;

/// <summary>The first bytes of a file.</summary>
internal static class FileStart
{
    /// <summary>As many bytes, or fewer where the stream ends.</summary>
    public static byte[] Bytes(Stream stream, int count)
    {
        var buffer = new byte[count];
        return buffer[..stream.ReadAtLeast(buffer, count, throwOnEndOfStream: false)];
    }

    /// <summary>Their text: UTF-8, or what the byte order mark says.</summary>
    public static string Text(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        return reader.ReadToEnd();
    }
}
