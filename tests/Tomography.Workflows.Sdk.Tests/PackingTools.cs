using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>Tests that write the tools which the builds of all others read: they run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PackingTools
{
    public const string Name = "packing the tools";
}
