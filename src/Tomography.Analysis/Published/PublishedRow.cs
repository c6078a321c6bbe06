using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The features that were found significant for a target in a representation.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Target">The target.</param>
/// <param name="Significant">The features; empty where none was.</param>
public sealed record PublishedRow(Representation Representation, PropertyName Target, ImmutableArray<PropertyName> Significant);
