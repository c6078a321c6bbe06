using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What became of an experiment file.</summary>
/// <param name="Experiment">The experiment; null where a diagnostic is an error.</param>
/// <param name="Diagnostics">All problems of the file, in order of their place.</param>
internal sealed record ExperimentReadResult(Experiment? Experiment, ImmutableArray<Diagnostic> Diagnostics);
