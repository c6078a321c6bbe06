using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>A way to choose the next experiments. A further one is one more type in <see cref="All"/>.</summary>
public abstract class LoopPolicy
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static ImmutableArray<LoopPolicy> All { get; } =
    [
        new RandomPolicy(), new GreedyPolicy(), new ConfidencePolicy(), new ImprovementPolicy(), new VolumePolicy(), new EntangledPolicy(),
    ];

    /// <summary>Its name in experiments and tables.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, as the end of a sentence.</summary>
    public abstract string Meaning { get; }

    /// <summary>The candidates that are measured next, in order.</summary>
    public abstract ImmutableArray<int> Choose(LoopView view);

    /// <summary>Those with the largest scores; of equal ones the first.</summary>
    private protected static ImmutableArray<int> Best(LoopView view, Func<int, double> score)
    {
        double[] scores = [.. Enumerable.Range(0, view.Count).Select(score)];
        return [.. Enumerable.Range(0, view.Count).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(view.Batch)];
    }

    /// <summary>
    /// Costs of several goals as one: their sum, without units. The scores of single candidates are made of it, as far as it lies below
    /// that of the worst material that is measured.
    /// </summary>
    private protected static double Worst(LoopView view, ObjectiveSpace space) => view.Measured.Max(m => space.Costs(m).Sum());
}
