using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>Tests on the emulator run one after the other: it has one core and one memory.</summary>
[CollectionDefinition(nameof(Emulator))]
public sealed class EmulatorCollection : ICollectionFixture<EmulationFixture>;
