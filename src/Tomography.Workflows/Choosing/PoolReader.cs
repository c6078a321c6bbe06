using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Asks the baselines of a plan about candidates, and puts beside it what a choice needs more.</summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="folders">The store.</param>
/// <param name="repertoire">What representations there are.</param>
/// <param name="onDamage">Told of weights that are damaged.</param>
internal sealed class PoolReader(Plan plan, Variant variant, StoreFolders folders, Repertoire repertoire, Action<string> onDamage)
{
    private readonly MaterialTable _table = new DatasetStore(folders.Root).Table(plan.Dataset)
        ?? throw new IOException($"The dataset of '{plan.Experiment}' is not in the store any more; build again.");

    /// <summary>The pool; null where a model is missing: the choice would rest on fewer seeds for some goals than for others.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="crystals">The candidates.</param>
    /// <param name="sameAs">Per candidate the id of the material of the dataset that it is; null where it is new.</param>
    /// <param name="verdicts">The verdicts of the study.</param>
    /// <param name="cancellation">Checked between models.</param>
    public CandidatePool? Read(
        CandidateSettings settings, Dataset crystals, ImmutableArray<string?> sameAs, ImmutableArray<EdgeVerdict> verdicts,
        CancellationToken cancellation)
    {
        var models = new PredictingModels(plan, variant, folders, _table, onDamage);
        if (models.GraphsOf(settings.Representation) is not { } trained) return null;
        var packed = DatasetPreparer.Pack(crystals, repertoire.BuilderOf(settings.Representation), variant.Graph, cancellation);
        var groups = models.Groups().Where(g => g.Key.Representation == settings.Representation)
            .ToDictionary(g => g.Key.Target, g => g.ToImmutableArray());
        var (predictions, vectors) = (ImmutableArray.CreateBuilder<GoalPredictions>(), new List<float[]>());
        foreach (var goal in settings.Goals)
        {
            cancellation.ThrowIfCancellationRequested();
            var jobs = groups[goal.Property];
            if (Predicted(goal.Property, jobs, models, trained, packed, verdicts) is not { } predicted) return null;
            if (predicted.Members.Length != jobs.Length) return null;
            predictions.Add(predicted);
            if (Vectors(models, jobs[0], goal.Property, trained, packed) is not { } seen) return null;
            vectors.Add(seen);
        }

        return new()
        {
            Goals = settings.Goals,
            Representation = settings.Representation,
            Ids = [.. crystals.Materials.Select(m => m.Id)],
            Formulas = [.. crystals.Materials.Select(m => m.Formula)],
            Predictions = predictions.ToImmutable(),
            Known = [.. Enumerable.Range(0, _table.Count).Select(i => settings.Goals.Select(g => _table.Values[g.Property][i]).ToArray())],
            SameAs = sameAs,
            Places = LatentPlaces.Of(vectors, packed.Count),
            Verdicts = verdicts,
        };
    }

    private GoalPredictions? Predicted(
        PropertyName target, ImmutableArray<Job> jobs, PredictingModels models, PackedGraphs trained, PackedGraphs packed,
        ImmutableArray<EdgeVerdict> verdicts)
    {
        var representation = jobs[0].Spec.Representation;
        if (plan.Analysis.UncertaintyFor(variant.Split) is not { } asked)
        {
            ImmutableArray<double[]> members =
                [.. jobs.AsParallel().AsOrdered().Select(job => OfSeed(models, job, target, trained, packed)).OfType<double[]>()];
            return members.IsEmpty || ErrorOf(jobs) is not { } error ? null : GoalPredictions.Of(members, error);
        }

        var certainty = new CandidateCertainty(
            models, new(plan, variant, folders, _table, asked, onDamage), asked, new(asked, verdicts));
        Certainty[] certain = [.. certainty.Of(representation, target, jobs, packed)];
        if (certain.Length == 0) return null;
        ImmutableArray<double[]> predicted =
            [.. Enumerable.Range(0, certain[0].Predicted.Length).Select(m => certain.Select(c => c.Predicted[m]).ToArray())];
        return ErrorOf(jobs) is not { } mean ? null : GoalPredictions.Of(predicted, mean) with
        {
            Intervals = [.. certain.Select(c => c.Interval)],
            Distances = [.. certain.Select(c => c.Distance)],
            Stopped = [.. certain.Select(c => c.Stopped)],
        };
    }

    /// <summary>Mean test error of the models; null where none has a result.</summary>
    private double? ErrorOf(ImmutableArray<Job> jobs)
    {
        var results = new ResultStore(folders.Root);
        double[] errors = [.. jobs.Select(j => results.Read(j.Key, onDamage)?.Scores[0].TestMae).OfType<double>()];
        return errors.Length == 0 ? null : errors.Average();
    }

    private static double[]? OfSeed(
        PredictingModels models, Job job, PropertyName target, PackedGraphs trained, PackedGraphs packed)
    {
        using var model = models.Load(job, target, trained, packed);
        return model?.Predict([.. Enumerable.Range(0, packed.Count)]);
    }

    private static float[]? Vectors(
        PredictingModels models, Job job, PropertyName target, PackedGraphs trained, PackedGraphs packed)
    {
        using var model = models.Load(job, target, trained, packed);
        return model?.Vectors([.. Enumerable.Range(0, packed.Count)]);
    }
}
