using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Limits as users gave them.</summary>
/// <typeparam name="TLimits">The record that holds them.</typeparam>
/// <param name="Limits">The limits; those that were not given or not valid have their default.</param>
/// <param name="Problems">What is wrong with the values given, a sentence each; empty where nothing is.</param>
public sealed record LimitsReading<TLimits>(TLimits Limits, ImmutableArray<string> Problems);
