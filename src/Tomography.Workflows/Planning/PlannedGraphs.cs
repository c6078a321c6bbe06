using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>The graphs of a dataset in a representation under some settings.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Settings">How crystals become graphs.</param>
/// <param name="Hash">Name of the graphs in the store.</param>
public sealed record PlannedGraphs(Representation Representation, GraphSettings Settings, string Hash);
