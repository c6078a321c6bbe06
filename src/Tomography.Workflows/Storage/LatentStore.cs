using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Latent vectors of baselines: the pooled crystal vectors of their first test crystals, beside their results, with a checksum.</summary>
/// <param name="folders">The store.</param>
public sealed class LatentStore(StoreFolders folders)
{
    /// <summary>Test crystals whose vectors are kept: enough for a similarity, and a megabyte at most for usual models.</summary>
    public const int MostCrystals = 2000;

    private const ulong Magic = 0x31_544E_544C_4D54; // "TMLTNT1", little-endian

    /// <summary>Keeps the vectors of a baseline.</summary>
    /// <param name="key">The job.</param>
    /// <param name="crystals">Rows.</param>
    /// <param name="vectors">Row by row.</param>
    public void Write(JobKey key, int crystals, ImmutableArray<float> vectors) => CheckedFile.Write(PathOf(key), stream =>
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(crystals);
        writer.Write(crystals == 0 ? 0 : vectors.Length / crystals);
        writer.Write(MemoryMarshal.AsBytes(vectors.AsSpan()));
    }, folders.Temporary);

    /// <summary>Whether the vectors of a baseline are there. Looks for the file only.</summary>
    /// <param name="key">The job.</param>
    public bool Contains(JobKey key) => File.Exists(PathOf(key));

    /// <summary>Whether the vectors of a baseline are there and as they were written.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told where they are there and damaged; they stay where they are until their job, trained again, writes them anew.</param>
    public bool AreWhole(JobKey key, Action<string> onDamage)
    {
        var path = PathOf(key);
        if (!File.Exists(path)) return false;
        if (CheckedFile.IsWhole(path)) return true;
        onDamage($"The latent vectors of job {key.Short} ('{path}') are damaged, so the job is trained again.");
        return false;
    }

    /// <summary>The vectors of a baseline; null where there are none or they are damaged: similarities are then taken over the other seeds.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told where they are damaged; a build trains their job again.</param>
    public LatentMatrix? Read(JobKey key, Action<string> onDamage)
    {
        var path = PathOf(key);
        if (!File.Exists(path)) return null;
        if (CheckedFile.Read(path) is { Length: >= 16 } bytes && BitConverter.ToUInt64(bytes) == Magic)
        {
            var (crystals, dimensions) = (BitConverter.ToInt32(bytes, 8), BitConverter.ToInt32(bytes, 12));
            var values = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(16));
            if (crystals >= 0 && dimensions >= 0 && (long)crystals * dimensions == values.Length) return new(crystals, dimensions, values);
        }

        onDamage($"The latent vectors of job {key.Short} ('{path}') are damaged and left out; the next build trains the job again.");
        return null;
    }

    private string PathOf(JobKey key) => Path.Combine(folders.Latents, key.Value[..2], key.Value + ".bin");
}
