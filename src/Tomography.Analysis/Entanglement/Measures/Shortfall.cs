namespace Tomography.Analysis;

/// <summary>Why a measure has no value: it would stand on too little.</summary>
/// <param name="What">What there is too little of.</param>
/// <param name="Found">How many there are.</param>
/// <param name="Needed">How many it takes.</param>
public sealed record Shortfall(Evidence What, int Found, int Needed);
