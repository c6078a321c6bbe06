using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tomography.Store;

/// <summary>
/// Latent vectors of baselines: the pooled crystal vectors of their first test crystals, beside their results, with a checksum.
/// </summary>
/// <param name="folders">The store.</param>
public sealed class LatentStore(StoreFolders folders)
{
    /// <summary>Test crystals whose vectors are kept: enough for a similarity, and a megabyte at most for usual models.</summary>
    public const int MostCrystals = 2000;

    private const ulong Magic = 0x31_544E_544C_4D54; // "TMLTNT1", little-endian

    private readonly BesideResults _files = new(folders.Latents, folders.Temporary, Magic, "the latent vectors");

    /// <summary>Keeps the vectors of a baseline.</summary>
    /// <param name="key">The job.</param>
    /// <param name="crystals">Rows.</param>
    /// <param name="vectors">Row by row.</param>
    public void Write(JobKey key, int crystals, ImmutableArray<float> vectors) => _files.Write(key, writer =>
    {
        writer.Write(crystals);
        writer.Write(crystals == 0 ? 0 : vectors.Length / crystals);
        writer.Write(MemoryMarshal.AsBytes(vectors.AsSpan()));
    });

    /// <summary>Whether the vectors of a baseline are there. Looks for the file only.</summary>
    /// <param name="key">The job.</param>
    public bool Contains(JobKey key) => _files.Contains(key);

    /// <summary>Whether the vectors of a baseline are there and as they were written.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">
    /// Told where they are there and damaged; they stay where they are until their job, trained again, writes them anew.
    /// </param>
    public bool AreWhole(JobKey key, Action<string> onDamage) => _files.IsWhole(key, onDamage);

    /// <summary>
    /// The vectors of a baseline; null where there are none or they are damaged: similarities are then taken over the other seeds.
    /// </summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told where they are damaged; a build trains their job again.</param>
    public StoredVectors? Read(JobKey key, Action<string> onDamage) => _files.Read(key, reader =>
    {
        var (crystals, dimensions) = (reader.ReadInt32(), reader.ReadInt32());
        var left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (crystals < 0 || dimensions < 0 || (long)crystals * dimensions * sizeof(float) != left)
            throw new InvalidDataException("The latent vectors do not fill their file.");
        var values = new float[crystals * dimensions];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new StoredVectors(crystals, dimensions, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }, onDamage);
}
