using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Evidence.Tests;

/// <summary>What the intervals of a study hold.</summary>
/// <param name="Own">Of the part that it holds out, the share.</param>
/// <param name="Domain">The errors there, inside the domain and outside.</param>
/// <param name="Others">Crystals of another phantom.</param>
public sealed record SureTally(double Own, DomainErrors? Domain, ImmutableArray<JudgedPrediction> Others);
