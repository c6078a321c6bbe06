using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Tomography.Learning;

namespace Tomography.Store;

/// <summary>
/// Splits of datasets, by their content: whoever trains needs the parts, not the rule that dealt them. Parts are dealt over the whole
/// dataset; a model uses those of its materials.
/// </summary>
/// <param name="folders">The store.</param>
public sealed class SplitStore(StoreFolders folders)
{
    private const ulong Magic = 0x31_5450_5331_4D54; // "TM1SPT1", little-endian

    /// <summary>The hash of a split's content: its name in the store.</summary>
    public static string HashOf(Split split) => Convert.ToHexStringLower(SHA256.HashData(Bytes(split)));

    /// <summary>Keeps a split, where the store does not have it whole.</summary>
    /// <returns>Its hash.</returns>
    public string Keep(Split split)
    {
        var bytes = Bytes(split);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = folders.SplitOf(hash);
        if (!CheckedFile.IsWhole(path)) CheckedFile.Write(path, stream => stream.Write(bytes), folders.Temporary);
        return hash;
    }

    /// <summary>Reads a split.</summary>
    /// <param name="hash">Its hash.</param>
    /// <exception cref="InvalidDataException">The store does not have it, or not whole.</exception>
    public Split Read(string hash)
    {
        var path = folders.SplitOf(hash);
        if (CheckedFile.Read(path) is not { Length: >= 20 } bytes || BitConverter.ToUInt64(bytes) != Magic)
            throw new InvalidDataException($"The split '{path}' is not there or damaged; building again makes it anew.");
        var lengths = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(8, 12));
        var indices = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(20));
        ImmutableArray<int> train = [.. indices[..lengths[0]]];
        ImmutableArray<int> validation = [.. indices.Slice(lengths[0], lengths[1])];
        var end = lengths[0] + lengths[1] + lengths[2];
        return new(train, validation, [.. indices[(lengths[0] + lengths[1])..end]]) { HeldOut = [.. indices[end..]] };
    }

    private static byte[] Bytes(Split split)
    {
        using var stream = new MemoryStream();
        stream.Write(BitConverter.GetBytes(Magic));
        foreach (var part in (ImmutableArray<int>[])[split.Train, split.Validation, split.Test])
            stream.Write(BitConverter.GetBytes(part.Length));
        // What is held out stands behind the three parts: a split that holds out nothing keeps its name.
        foreach (var part in (ImmutableArray<int>[])[split.Train, split.Validation, split.Test, split.HeldOut])
            stream.Write(MemoryMarshal.AsBytes(part.AsSpan()));
        return stream.ToArray();
    }
}
