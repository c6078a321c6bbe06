namespace Tomography.Learning.Cuda.Tests;

/// <summary>A kernel did what it must not: a read past the end, a race, a barrier that not all reach.</summary>
internal sealed class EmulationException(string message) : Exception(message);
