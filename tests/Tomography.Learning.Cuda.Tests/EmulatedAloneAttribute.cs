namespace Tomography.Learning.Cuda.Tests;

/// <summary>A test that needs what only the emulated card can be told, such as how much memory it has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatedAloneAttribute : Attribute;
