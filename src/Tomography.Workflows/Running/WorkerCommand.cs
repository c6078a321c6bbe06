using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>How a worker process is started.</summary>
/// <param name="Program">The program, like <c>dotnet</c>.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string Program, ImmutableArray<string> Arguments);
