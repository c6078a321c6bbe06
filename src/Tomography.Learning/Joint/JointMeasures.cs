using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>What was measured of a joint model's tasks while it was trained, every so many steps.</summary>
/// <param name="Tasks">Each task by itself, in order.</param>
/// <param name="Relations">Each task towards each other, in order.</param>
public sealed record JointMeasures(ImmutableArray<TaskGradient> Tasks, ImmutableArray<TaskRelation> Relations)
{
    /// <summary>Steps from one measurement to the next; the first is at the first step.</summary>
    public const int Interval = 20;
}
