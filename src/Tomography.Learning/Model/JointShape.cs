using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>How a model of several targets is laid out.</summary>
/// <param name="Tasks">Names of the targets, in order.</param>
/// <param name="Settings">What they share.</param>
public sealed record JointShape(ImmutableArray<string> Tasks, JointSettings Settings);
