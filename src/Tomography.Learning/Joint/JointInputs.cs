using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>What a joint model is made for, beyond what any model is.</summary>
/// <param name="Tasks">Its tasks in the order of their names, at least two.</param>
/// <param name="Settings">How they are learnt together.</param>
public sealed record JointInputs(ImmutableArray<TaskTargets> Tasks, JointSettings Settings);
