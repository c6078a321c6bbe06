using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The models of an edge and their baselines, seed by seed: those that both are there.</summary>
/// <param name="Planned">How many seeds are asked for.</param>
/// <param name="Scores">Per common seed the scores of the baseline and of the model with the feature.</param>
/// <param name="Pairs">Per common seed with predictions the errors of both on the same crystals.</param>
internal sealed record SeedErrors(
    int Planned, ImmutableArray<(ModelScore Without, ModelScore With)> Scores, ImmutableArray<ErrorPair> Pairs)
{
    /// <summary>How many seeds tell: those with errors of single crystals, or with scores where no seed has such errors.</summary>
    public int Measured => Pairs.IsEmpty ? Scores.Length : Pairs.Length;

    /// <summary>Whether the models of both kinds were trained long enough; null where there are none.</summary>
    public Convergence? Convergence => Convergence.Of([.. Scores.SelectMany(s => new[] { s.Without, s.With })]);

    /// <summary>Collects them.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="target">The target.</param>
    /// <param name="features">The feature or set.</param>
    /// <param name="scores">The scores of the study.</param>
    /// <param name="errorsOf">Gives the errors of a model; null where no errors of single crystals are known.</param>
    public static SeedErrors Of(
        Representation representation, PropertyName target, PropertySet features, ScoreIndex scores,
        Func<ModelSpec, PropertyName, TestErrors?>? errorsOf)
    {
        return Of(
            target,
            scores.Models(representation, target, features).Select(m => (m.Seed, scores.Find(m.Baseline, target), scores.Find(m, target))),
            errorsOf);
    }

    /// <summary>Collects them.</summary>
    /// <param name="target">The target.</param>
    /// <param name="planned">Per seed that is asked for the scores of both models; null where a model is not there.</param>
    /// <param name="errorsOf">Gives the errors of a model; null where no errors of single crystals are known.</param>
    public static SeedErrors Of(
        PropertyName target, IEnumerable<(int Seed, ModelScore? Without, ModelScore? With)> planned,
        Func<ModelSpec, PropertyName, TestErrors?>? errorsOf)
    {
        var models = planned.ToArray();
        var common = ImmutableArray.CreateBuilder<(ModelScore, ModelScore)>();
        var pairs = ImmutableArray.CreateBuilder<ErrorPair>();
        foreach (var (seed, baseline, model) in models)
        {
            if (baseline is not { } without || model is not { } with) continue;
            common.Add((without, with));
            if (errorsOf?.Invoke(without.Model, target) is not { } less || errorsOf(with.Model, target) is not { } more) continue;
            if (less.Crystals.SequenceEqual(more.Crystals)) pairs.Add(new(seed, less, more));
        }

        return new(models.Length, common.ToImmutable(), pairs.ToImmutable());
    }

    /// <summary>The models with the feature beside those with another, where both stand on the same crystals.</summary>
    public IReadOnlyList<ErrorPair> AgainstOther(SeedErrors other) =>
    [
        .. Pairs.Join(other.Pairs, p => p.Seed, p => p.Seed, (own, control) => new ErrorPair(own.Seed, control.With, own.With))
            .Where(p => p.Without.Crystals.SequenceEqual(p.With.Crystals)),
    ];
}
