using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Store;

/// <summary>Predictions of models for their validation and test parts, beside their results, with a checksum.</summary>
/// <param name="folders">The store.</param>
public sealed class PredictionStore(StoreFolders folders)
{
    private const ulong Magic = 0x31_4452_504D_4F54; // "TOMPRD1", little-endian

    private readonly BesideResults _files = new(folders.Predictions, folders.Temporary, Magic, "the predictions");

    /// <summary>Keeps the predictions of a model.</summary>
    /// <param name="key">The job.</param>
    /// <param name="predictions">One entry per target.</param>
    public void Write(JobKey key, ImmutableArray<TargetPredictions> predictions) => _files.Write(key, writer =>
    {
        writer.Write(predictions.Length);
        foreach (var (target, validation, test) in predictions)
        {
            writer.Write(target.Value);
            BesideResults.Put(writer, validation.AsSpan());
            BesideResults.Put(writer, test.AsSpan());
        }
    });

    /// <summary>Whether the predictions of a model are there. Looks for the file only.</summary>
    /// <param name="key">The job.</param>
    public bool Contains(JobKey key) => _files.Contains(key);

    /// <summary>Whether the predictions of a model are there and as they were written.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told where they are there and damaged.</param>
    public bool AreWhole(JobKey key, Action<string> onDamage) => _files.IsWhole(key, onDamage);

    /// <summary>The predictions of a model, by target; null where there are none or they are damaged.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told where they are damaged; a build trains their job again.</param>
    public IReadOnlyList<TargetPredictions>? Read(JobKey key, Action<string> onDamage) => _files.Read(key, reader =>
    {
        var predictions = new List<TargetPredictions>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var name = reader.ReadString();
            if (!PropertyName.IsValid(name)) throw new InvalidDataException($"'{name}' is not a property name.");
            predictions.Add(new(new(name), Floats(reader), Floats(reader)));
        }

        return predictions;
    }, onDamage);

    private static ImmutableArray<float> Floats(BinaryReader reader) =>
        ImmutableCollectionsMarshal.AsImmutableArray(BesideResults.Get(reader));
}
