namespace Tomography.Evidence.Tests;

/// <summary>A prediction of a crystal of another phantom, whose true value is known.</summary>
/// <param name="IsHeld">Whether its interval holds the true value.</param>
/// <param name="IsInside">Whether it lies inside the applicability domain.</param>
/// <param name="HasKnownFormula">Whether the dataset has its formula.</param>
/// <param name="HasKnownSystem">Whether the dataset has a formula of the same elements.</param>
public sealed record JudgedPrediction(bool IsHeld, bool IsInside, bool HasKnownFormula, bool HasKnownSystem);
