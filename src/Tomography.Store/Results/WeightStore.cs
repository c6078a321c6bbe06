using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Store;

/// <summary>Weights and running statistics of models at their best epoch, beside their results, with a checksum.</summary>
/// <param name="folders">The store.</param>
public sealed class WeightStore(StoreFolders folders)
{
    private const ulong Magic = 0x31_5448_4757_4F54; // "TOWGHT1", little-endian

    private readonly BesideResults _files = new(folders.Weights, folders.Temporary, Magic, "the weights");

    /// <summary>Keeps the weights of a model of one target.</summary>
    public void Write(JobKey key, ModelState best) => WriteAll(key, [best]);

    /// <summary>Keeps the weights of a model.</summary>
    /// <param name="key">The job.</param>
    /// <param name="best">Its weights at the best epoch of each target, in the order of the targets.</param>
    public void WriteAll(JobKey key, ImmutableArray<ModelState> best) => _files.Write(key, writer =>
    {
        foreach (var state in best)
        {
            BesideResults.Put(writer, state.Parameters);
            BesideResults.Put(writer, state.Running);
        }
    });

    /// <summary>Whether the weights of a model are there. Looks for the file only.</summary>
    /// <param name="key">The job.</param>
    public bool Contains(JobKey key) => _files.Contains(key);

    /// <summary>Whether the weights of a model are there and as they were written.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told where they are there and damaged.</param>
    public bool AreWhole(JobKey key, Action<string> onDamage) => _files.IsWhole(key, onDamage);

    /// <summary>The weights of a model; null where there are none or they are damaged.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told where they are damaged; a build trains their job again.</param>
    /// <param name="target">The place of the target whose best epoch is meant.</param>
    public ModelState? Read(JobKey key, Action<string> onDamage, int target = 0) => _files.Read(key, reader =>
    {
        for (; ; target--)
        {
            var state = new ModelState(BesideResults.Get(reader), BesideResults.Get(reader));
            if (target == 0) return state;
        }
    }, onDamage);
}
