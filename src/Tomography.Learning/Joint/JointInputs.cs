using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>What a joint model is made for, beyond what any model is.</summary>
/// <param name="Tasks">Its tasks in the order of their names; one alone is a class, or one of the networks of a soft sharing.</param>
/// <param name="Settings">How they are learnt together.</param>
public sealed record JointInputs(ImmutableArray<TaskTargets> Tasks, JointSettings Settings);
