using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The models of an edge and their baselines, seed by seed: those that both are there.</summary>
/// <param name="Planned">How many seeds are asked for.</param>
/// <param name="Scores">Per common seed the scores of the baseline and of the model with the feature.</param>
/// <param name="Paired">What their errors on single crystals come to.</param>
internal sealed record SeedErrors(
    int Planned, ImmutableArray<(ModelScore Without, ModelScore With)> Scores, PairedErrors Paired)
{
    /// <summary>How many seeds tell: those with errors of single crystals, or with scores where no seed has such errors.</summary>
    public int Measured => Paired.Seeds == 0 ? Scores.Length : Paired.Seeds;

    /// <summary>Whether the models of both kinds were trained long enough; null where there are none.</summary>
    public Convergence? Convergence => Convergence.Of([.. Scores.SelectMany(s => new[] { s.Without, s.With })]);

    /// <summary>Collects them.</summary>
    /// <param name="representation">The representation.</param>
    /// <param name="target">The target.</param>
    /// <param name="features">The feature or set.</param>
    /// <param name="scores">The scores of the study.</param>
    /// <param name="statistics">Gives what errors on single crystals come to.</param>
    public static SeedErrors Of(
        Representation representation, PropertyName target, PropertySet features, ScoreIndex scores, IPairedErrors statistics) => Of(
        target,
        scores.Models(representation, target, features).Select(m => (m.Seed, scores.Find(m.Baseline, target), scores.Find(m, target))),
        statistics);

    /// <summary>Collects them.</summary>
    /// <param name="target">The target.</param>
    /// <param name="planned">Per seed that is asked for the scores of both models; null where a model is not there.</param>
    /// <param name="statistics">Gives what errors on single crystals come to.</param>
    public static SeedErrors Of(
        PropertyName target, IEnumerable<(int Seed, ModelScore? Without, ModelScore? With)> planned, IPairedErrors statistics)
    {
        var models = planned.ToArray();
        ImmutableArray<(ModelScore Without, ModelScore With)> common =
        [
            .. models.Where(m => m is { Without: not null, With: not null }).Select(m => (m.Without!, m.With!)),
        ];
        return new(
            models.Length, common, statistics.Of(new(target, [.. common.Select(s => PairOf(s.Without.Model, s.With.Model))])));
    }

    /// <summary>The models with the feature beside those with another, of the seeds that have both.</summary>
    /// <param name="target">The target.</param>
    /// <param name="other">The models with the other.</param>
    /// <param name="statistics">Gives what errors on single crystals come to.</param>
    public PairedErrors AgainstOther(PropertyName target, SeedErrors other, IPairedErrors statistics) => statistics.Of(new(
        target,
        [
            .. Scores.Join(
                other.Scores, own => own.With.Model.Seed, control => control.With.Model.Seed,
                (own, control) => PairOf(control.With.Model, own.With.Model)),
        ]));

    private static PairedSeed PairOf(ModelSpec without, ModelSpec with) => new(with.Seed, without, with);
}
