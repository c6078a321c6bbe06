using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A way to compress files, known by how they start.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="Start">The first bytes of every such file.</param>
/// <param name="IsRead">Whether such files are unpacked while they are read.</param>
internal sealed record Compression(string Name, ImmutableArray<byte> Start, bool IsRead)
{
    private static readonly ImmutableArray<Compression> s_all =
    [
        new("gzip", [0x1F, 0x8B], IsRead: true),
        new("bzip2", [(byte)'B', (byte)'Z', (byte)'h'], IsRead: false),
        new("zip", [(byte)'P', (byte)'K', 3, 4], IsRead: false),
        new("xz", [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], IsRead: false),
        new("zstd", [0x28, 0xB5, 0x2F, 0xFD], IsRead: false),
    ];

    /// <summary>The compression of a file that starts so, or null for a plain one.</summary>
    public static Compression? Of(byte[] start) => s_all.FirstOrDefault(c => start.AsSpan().StartsWith(c.Start.AsSpan()));
}
