using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>States what the result of a job depends on: parts that all jobs of a variant share, then the job's own.</summary>
public sealed class JobFingerprints
{
    /// <summary>Raised whenever the same fingerprint would give other numbers.</summary>
    public const string NumericsVersion = "1";

    private readonly PreparedDataset _dataset;
    private readonly Dictionary<string, (Variant Variant, ImmutableArray<FingerprintPart> Common)> _variants;

    // Settings that concern all representations stand before the representation, those that concern some behind it.
    private readonly ImmutableArray<Setting<StudySettings>> _ofAll;
    private readonly ImmutableArray<Setting<StudySettings>> _ofSome;

    /// <summary>Fingerprints over a dataset, for some variants.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="variants">The variants.</param>
    /// <param name="settings">The settings that experiments have; those of this program where none are given.</param>
    public JobFingerprints(PreparedDataset dataset, IEnumerable<Variant> variants, SettingList? settings = null)
    {
        _dataset = dataset;
        var all = (settings ?? SettingList.Default).Study.Settings;
        (_ofAll, _ofSome) = ([.. all.Where(s => s.UsedBy is null)], [.. all.Where(s => s.UsedBy is not null)]);
        _variants = variants.ToDictionary(v => v.Id, v => (v, Common(v)), StringComparer.Ordinal);
    }

    /// <summary>Fingerprints of a plan's jobs.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="settings">The settings that experiments have; those of this program where none are given.</param>
    public JobFingerprints(Plan plan, SettingList? settings = null)
        : this(plan.Dataset, plan.Variants, settings)
    {
    }

    /// <summary>The fingerprint of a job.</summary>
    public Fingerprint Of(Job job) => Of(job.Variant, job.Representation, job.Target, job.Feature, job.Seed);

    /// <summary>The fingerprint of a model.</summary>
    public Fingerprint Of(string variant, Representation representation, PropertyName target, PropertyName? feature, int seed)
    {
        var (of, common) = _variants[variant];
        var parts = ImmutableArray.CreateBuilder<FingerprintPart>(common.Length + 7);
        parts.AddRange(common);
        parts.Add(new("representation", representation.Name));
        parts.AddRange(Parts(_ofSome.Where(s => s.UsedBy!(representation)), of.Settings));
        parts.Add(new("target", target.Value));
        parts.Add(new("target.values", _dataset.Column(target)!.Hash));
        parts.Add(new("feature", feature?.Value ?? ""));
        if (feature is { } name) parts.Add(new("feature.values", _dataset.Column(name)!.Hash));
        parts.Add(new("seed", seed.ToString(CultureInfo.InvariantCulture)));
        return new(parts.ToImmutable());
    }

    private ImmutableArray<FingerprintPart> Common(Variant variant) =>
    [
        new("numerics", NumericsVersion),
        new("dataset.crystals", _dataset.CrystalsHash),
        new("dataset.elements", _dataset.ElementsHash),
        .. Parts(_ofAll, variant.Settings),
    ];

    private static IEnumerable<FingerprintPart> Parts(IEnumerable<Setting<StudySettings>> settings, StudySettings values) =>
        settings.Select(s => s.PartOf(values)).OfType<FingerprintPart>();
}
