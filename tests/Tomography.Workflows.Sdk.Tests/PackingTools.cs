using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>Tests that run real builds share the checkout's obj folder, so they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class RealBuilds
{
    public const string Name = "real builds";
}
