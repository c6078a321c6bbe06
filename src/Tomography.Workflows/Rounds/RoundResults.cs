using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>The results of a plan as questions in rounds see them, each read once.</summary>
/// <param name="plan">The plan.</param>
/// <param name="store">Full path of the store.</param>
/// <param name="repertoire">What settings there are.</param>
/// <param name="onDamage">Told of results that were damaged and set aside.</param>
internal sealed class RoundResults(Plan plan, string store, Repertoire repertoire, Action<string> onDamage)
{
    private readonly JobFingerprints _fingerprints = new(plan, repertoire);
    private readonly ResultStore _results = new(store);
    private readonly FailureStore _failures = new(new(store));
    private readonly Dictionary<JobKey, TargetScore?> _scores = [];
    private MaterialTable? _table;

    /// <summary>The values of the dataset; null in a store that no longer has them.</summary>
    public MaterialTable? Table => _table ??= new DatasetStore(store).Table(plan.Dataset);

    /// <summary>The key of a model.</summary>
    public JobKey KeyOf(Variant variant, ModelSpec spec) => _fingerprints.Of(variant.Id, spec).Key();

    /// <summary>The score of a model of one target; null where it has no result.</summary>
    public TargetScore? ScoreOf(JobKey key) =>
        _scores.TryGetValue(key, out var score) ? score : _scores[key] = _results.Read(key, onDamage)?.Scores[0];

    /// <summary>Whether a model was tried and failed for good.</summary>
    public bool HasFailed(JobKey key) => ScoreOf(key) is null && _failures.Read(key) is not null;
}
