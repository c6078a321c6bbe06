using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What a source of properties covers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Properties">The properties that come from it.</param>
/// <param name="Materials">How many materials have at least one of them.</param>
/// <param name="Values">How many values it gives, over all its properties.</param>
public sealed record SourceAudit(string Name, ImmutableArray<PropertyName> Properties, int Materials, int Values);
