using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>
/// Models that are trained in step: they share graphs, sizes and recipe, and differ in what they predict and what they are told. Those of
/// one seed and split share batches, too; a device may train several seeds side by side. Each model has the bits that it would have alone.
/// </summary>
public sealed record CohortTask
{
    /// <summary>Puts models together.</summary>
    /// <param name="models">The models, at least one.</param>
    /// <exception cref="ArgumentException">There is none, or they cannot be trained in step.</exception>
    public CohortTask(ImmutableArray<TrainingTask> models)
    {
        if (models.IsEmpty) throw new ArgumentException("A cohort has at least one model.", nameof(models));
        var first = models[0];
        foreach (var other in models)
            if (!ReferenceEquals(other.Graphs, first.Graphs) || other.Model != first.Model || !SameRecipe(other.Training, first.Training))
                throw new ArgumentException("The models of a cohort share graphs, sizes and recipe.", nameof(models));
        Models = models;
    }

    /// <summary>The models, at least one.</summary>
    public ImmutableArray<TrainingTask> Models { get; }

    // Records compare immutable arrays by identity.
    private static bool SameRecipe(TrainingSettings a, TrainingSettings b) =>
        a.Milestones.AsSpan().SequenceEqual(b.Milestones.AsSpan()) && a with { Milestones = b.Milestones } == b;
}
