using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// States what the result of a job depends on: what all models of a cohort share (numerics, dataset, settings, representation, materials,
/// split, seed), then what is the model's own (target, features).
/// </summary>
public sealed class JobFingerprints
{
    private readonly PreparedDataset _dataset;
    private readonly SequenceModels _sequence;
    private readonly ImmutableArray<Setting<StudySettings>> _settings;
    private readonly Dictionary<string, Variant> _variants;
    private readonly Dictionary<(SplitSettings, int), ImmutableArray<FingerprintPart>> _splits;
    private readonly ConcurrentDictionary<(string, Representation), ImmutableArray<FingerprintPart>> _common = [];

    /// <summary>Fingerprints over a dataset, for some variants.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="variants">The variants.</param>
    /// <param name="splits">Their splits.</param>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    public JobFingerprints(
        PreparedDataset dataset, IEnumerable<Variant> variants, IEnumerable<PlannedSplit> splits, Repertoire? repertoire = null)
    {
        (_dataset, _sequence) = (dataset, new(dataset));
        _settings = (repertoire ?? Repertoire.Default).Study.Settings;
        _variants = variants.ToDictionary(v => v.Id, StringComparer.Ordinal);
        _splits = splits.ToDictionary(s => (s.Settings, s.Seed), s => s.Parts);
    }

    /// <summary>Fingerprints of a plan's jobs.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    public JobFingerprints(Plan plan, Repertoire? repertoire = null)
        : this(plan.Dataset, plan.Variants, plan.Splits, repertoire)
    {
    }

    /// <summary>The fingerprint of a job.</summary>
    public Fingerprint Of(Job job) => Of(job.Variant, job.Spec);

    /// <summary>The fingerprint of a model.</summary>
    /// <param name="variant">Id of its variant.</param>
    /// <param name="spec">What it is.</param>
    public Fingerprint Of(string variant, ModelSpec spec) => new([.. Shared(variant, spec), .. Own(variant, spec)]);

    /// <summary>What all models of its cohort depend on.</summary>
    public ImmutableArray<FingerprintPart> Shared(string variant, ModelSpec spec) =>
    [
        .. Common(variant, spec.Representation),
        .. Materials(spec.Materials),
        .. _splits[(_variants[variant].Split, spec.Seed)],
        new("seed", spec.Seed.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>What it alone depends on.</summary>
    /// <param name="variant">Id of its variant.</param>
    /// <param name="spec">What it is.</param>
    public ImmutableArray<FingerprintPart> Own(string variant, ModelSpec spec) =>
    [
        new("target", spec.Targets.ToString()),
        new("target.values", Hashes(spec.Targets)),
        new("features", spec.Features.ToString()),
        .. spec.IsJoint ? Joint(variant, spec) : [],
        .. spec.Features.IsEmpty ? Array.Empty<FingerprintPart>() : [new("features.values", Hashes(spec.Features))],
        .. Sequence(variant, spec),
    ];

    // All that the model depends on from which it starts stands in that one's key.
    private IEnumerable<FingerprintPart> Sequence(string variant, ModelSpec spec)
    {
        if (spec.Labels is { } labels) yield return new("labels", labels.ToString(CultureInfo.InvariantCulture));
        if (spec.Start is null) yield break;
        yield return new("start", Of(variant, _sequence.SourceOf(spec)).Key().Value);
        yield return new("start.rate", _variants[variant].Settings.Sequence!.TrunkRate.ToString("R", CultureInfo.InvariantCulture));
    }

    private IEnumerable<FingerprintPart> Joint(string variant, ModelSpec spec) =>
        _settings.Select(s => s.PartOf(_variants[variant].Settings, spec.Targets)).OfType<FingerprintPart>();

    private string Hashes(PropertySet properties) => string.Join('+', properties.Select(p => _dataset.Column(p)!.Hash));

    // By which materials lack the properties, not by their names: features with the same gaps share a baseline.
    private IEnumerable<FingerprintPart> Materials(PropertySet materials) =>
        materials.IsEmpty
            ? []
            : [new("materials", string.Join('+', materials.Select(p => _dataset.Column(p)!.GapsHash).Order(StringComparer.Ordinal)))];

    private ImmutableArray<FingerprintPart> Common(string variant, Representation representation)
    {
        if (_common.TryGetValue((variant, representation), out var known)) return known;
        var settings = _variants[variant].Settings;
        return _common[(variant, representation)] =
        [
            new("numerics", Numerics.Version),
            new("dataset.crystals", _dataset.CrystalsHash),
            new("dataset.elements", _dataset.ElementsHash),
            new("representation", representation.Name),
            .. _settings.Where(s => s.UsedBy?.Invoke(representation) ?? true).Select(s => s.PartOf(settings)).OfType<FingerprintPart>(),
            .. settings.BalancesSources ? [new("sources.values", Hashes(StudySettings.SourceName))] : Array.Empty<FingerprintPart>(),
        ];
    }
}
