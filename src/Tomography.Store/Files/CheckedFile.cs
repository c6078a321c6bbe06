using System.Security.Cryptography;

namespace Tomography.Store;

/// <summary>Binary files that tell whether they are whole: behind the content stands its SHA-256.</summary>
public static class CheckedFile
{
    /// <summary>Writes a file, whole or not at all.</summary>
    public static void Write(string path, Action<Stream> write, string temporaryFolder) => AtomicFile.Write(
        path,
        stream =>
        {
            using var hash = SHA256.Create();
            using (var content = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true)) write(content);
            stream.Write(hash.Hash!);
        },
        temporaryFolder);

    /// <summary>The content of a file that is there and as it was written, in memory; null where it is not.</summary>
    public static byte[]? Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        if (bytes.Length < SHA256.HashSizeInBytes) return null;
        var content = bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes);
        return SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)) ? content.ToArray() : null;
    }

    /// <summary>Whether the file is there and as it was written. Costs one pass over it, a fraction of a second per gigabyte.</summary>
    public static bool IsWhole(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length < SHA256.HashSizeInBytes) return false;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 16];
            for (var left = stream.Length - SHA256.HashSizeInBytes; left > 0;)
            {
                var count = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                if (count == 0) return false;
                hash.AppendData(buffer, 0, count);
                left -= count;
            }

            Span<byte> stored = stackalloc byte[SHA256.HashSizeInBytes];
            return stream.ReadAtLeast(stored, stored.Length, throwOnEndOfStream: false) == stored.Length
                && stored.SequenceEqual(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
}
