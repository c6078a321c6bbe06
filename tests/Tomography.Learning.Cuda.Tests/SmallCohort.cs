using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning.Tests;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>Models of two seeds that train side by side: a baseline, one that is told a number, one a class, one both.</summary>
internal static class SmallCohort
{
    private static readonly PhantomCrystals s_crystals = new(40, Representation.Structure, folded: true, seed: 5);

    private static readonly PropertyColumn s_few =
        s_crystals.Sites with { Values = [.. s_crystals.Sites.Values.Select((v, i) => i % 3 == 0 ? double.NaN : v)] };

    /// <summary>The models.</summary>
    public static CohortTask Of(OptimizerKind optimizer, int epochs = 3, LossKind loss = LossKind.Squared)
    {
        var training = TrainingSettings.Default with
        {
            Epochs = epochs, BatchSize = 10, Optimizer = optimizer, LearningRate = 0.02, WeightDecay = 0.001, Milestones = [1],
            Loss = loss,
        };
        ImmutableArray<PropertyColumn>[] features =
            [[], [s_crystals.Sites], [s_crystals.System], [s_crystals.Sites, s_crystals.System]];
        return new(
        [
            .. from seed in new[] { 11, 12 }
            let split = s_crystals.Split(seed)
            from f in features
            select new TrainingTask(s_crystals.Packed, s_crystals.Energy, f, split, new(2, 6, 9, 2), training, seed),
        ]);
    }

    /// <summary>
    /// Models of which each has something special, those of two seeds by turns: a trunk that is trained on, one that is frozen, crystals
    /// that are weighed, a class, several targets of which crystals lack some, and one with nothing special beside them.
    /// </summary>
    public static CohortTask Special(OptimizerKind optimizer, int epochs = 3, LossKind loss = LossKind.Squared)
    {
        var models = Of(optimizer, epochs, loss).Models;
        var (plain, other) = (models[0], models[4]);
        TrunkStart source = new(Trainer.Train(new CpuDevice(), plain with { Target = s_crystals.Sites }, null, default).Best, 0.3);
        return new(
        [
            plain with { Start = source }, other with { Start = source with { Rate = 0 } },
            models[1] with { Start = source with { Rate = 0 }, Sources = s_crystals.Hubbard }, other,
            other with { Sources = s_crystals.Hubbard },
            plain with { Target = s_crystals.Hubbard, Start = source with { Rate = 0 } }, other with { Target = s_crystals.Hubbard },
            plain with { Joined = [s_crystals.Hubbard, s_few] }, other with { Joined = [s_crystals.Hubbard, s_few] },
            other with { Target = s_crystals.Hubbard, Joined = [s_crystals.Sites], Features = models[3].Features },
        ]);
    }

    /// <summary>Trains a cohort to the end.</summary>
    public static Dictionary<int, TrainingOutcome> Train(IComputeDevice device, CohortTask cohort, CohortOptions? options = null)
    {
        var outcomes = new Dictionary<int, TrainingOutcome>();
        Trainer.Run(
            device, cohort, (options ?? new() { OnDone = (_, _) => { } }) with { OnDone = outcomes.Add, MostLatents = _ => 3 }, default);
        return outcomes;
    }
}
