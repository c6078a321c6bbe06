using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>A seed of an edge, and how far its models are.</summary>
/// <param name="Models">Its models.</param>
/// <param name="IsAwaited">Whether one of them is still to be trained; what failed is not waited for.</param>
/// <param name="Fails">Whether the model or its baseline failed, so that the seed cannot tell.</param>
internal sealed record SteeredSeed(SeedModels Models, bool IsAwaited, bool Fails)
{
    /// <summary>How far the models of a seed are.</summary>
    /// <param name="models">The models.</param>
    /// <param name="failed">Models that failed.</param>
    /// <param name="isThere">Whether a model has a result for the target; of its model, baseline and control alone it is asked.</param>
    public static SteeredSeed Of(SeedModels models, IReadOnlySet<ModelSpec> failed, Func<ModelSpec, bool> isThere)
    {
        var fails = failed.Contains(models.Baseline) || failed.Contains(models.Model);
        var isCompared = isThere(models.Baseline);
        return new(models, Awaits(models.Model) || (models.Control is { } control && Awaits(control)), fails);

        bool Awaits(ModelSpec model) =>
            !failed.Contains(model) && !failed.Contains(models.Baseline) && !(isCompared && isThere(model));
    }
}
