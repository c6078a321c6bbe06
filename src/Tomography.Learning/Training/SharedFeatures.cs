using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>
/// The numbers of the features of a cohort's models, made once for all that see the same: one class of 230 over 126,000 crystals takes
/// 116 MB.
/// </summary>
internal sealed class SharedFeatures
{
    private readonly Dictionary<(string Names, ImmutableArray<int> Scope), FeatureVectors> _made = [];

    /// <summary>The numbers that a model sees.</summary>
    public FeatureVectors Of(TrainingTask task)
    {
        var scope = task.NormalizationScope;
        var key = (string.Join('\n', task.Features.Select(f => f.Property.Name)), scope);
        if (_made.TryGetValue(key, out var vectors)) return vectors;
        return _made[key] = FeatureVectors.Of(task.Features, scope);
    }
}
