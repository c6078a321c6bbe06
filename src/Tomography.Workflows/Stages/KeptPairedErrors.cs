using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// The statistics of pairs that the last report of a study left in the store: a report after it reads the predictions of new models only.
/// Each entry names all that it is made from by a hash, so that none goes stale; a file that is not whole is as good as none.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant.</param>
/// <param name="folders">The store.</param>
/// <param name="measured">Computes those that are not there.</param>
internal sealed class KeptPairedErrors(Plan plan, Variant variant, StoreFolders folders, IPairedErrors measured) : IPairedErrors
{
    private readonly Dictionary<ModelSpec, JobKey> _keys =
        plan.Jobs.Where(j => j.Variant == variant.Id).DistinctBy(j => j.Spec).ToDictionary(j => j.Spec, j => j.Key);
    private readonly string _path = PathOf(plan, variant, folders);
    private readonly Dictionary<string, PairedErrors> _used = new(StringComparer.Ordinal);
    private Dictionary<string, PairedErrors>? _kept;

    /// <summary>Where they lie.</summary>
    public static string PathOf(Plan plan, Variant variant, StoreFolders folders) => Path.Combine(
        folders.Statistics, variant.Id.Length == 0 ? $"{plan.Experiment}.json" : $"{plan.Experiment}-{variant.Id}.json");

    /// <inheritdoc/>
    public PairedErrors Of(PairedModels models)
    {
        if (KeyOf(models) is not { } key) return measured.Of(models);
        if (_used.TryGetValue(key, out var known)) return known;
        _kept ??= Read();
        var statistics = _kept.TryGetValue(key, out var kept) ? kept : measured.Of(models);
        // Predictions that are not there may come back, and the models keep their keys.
        if (statistics.Seeds == models.Seeds.Length && statistics.Parts?.IsFinite != false) _used[key] = statistics;
        return statistics;
    }

    /// <summary>Keeps what was asked for, and nothing else.</summary>
    /// <returns>Why it could not be kept; null where it is, or where nothing is new.</returns>
    public string? Keep()
    {
        if (_kept is null || (_used.Count == _kept.Count && _used.Keys.All(_kept.ContainsKey))) return null;
        try
        {
            ImmutableArray<KeptPair> pairs =
                [.. _used.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new KeptPair(p.Key, p.Value))];
            AtomicFile.Write(_path, stream => CheckedJson.Write(stream, pairs), folders.Temporary);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message; // they save time, no more: the next report computes them again
        }
    }

    private Dictionary<string, PairedErrors> Read()
    {
        try
        {
            using var stream = File.OpenRead(_path);
            return CheckedJson.Read<ImmutableArray<KeptPair>>(stream).ToDictionary(p => p.Key, p => p.Statistics, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new(StringComparer.Ordinal); // none yet, or not as it was written; the next Keep replaces it
        }
    }

    // All that has a part in what an error of a single crystal is.
    private static string Program { get; } = string.Join(
        ' ',
        new[] { typeof(PairedErrors), typeof(KeptPairedErrors), typeof(ModelSpec), typeof(PredictionStore), typeof(Learning.Split) }
            .Select(type => type.Assembly.ManifestModule.ModuleVersionId));

    /// <summary>The program that computes, the dataset with its formulas and values, the target, and the models.</summary>
    private string? KeyOf(PairedModels models)
    {
        var text = new StringBuilder($"{Program}\n{plan.Dataset.Key}\n{models.Target}");
        foreach (var (seed, without, with) in models.Seeds)
        {
            if (!_keys.TryGetValue(without, out var less) || !_keys.TryGetValue(with, out var more)) return null;
            text.Append('\n').Append(seed).Append(' ').Append(less).Append(' ').Append(more);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
