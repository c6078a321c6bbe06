namespace Tomography.Workflows.Tests;

/// <summary>Tests that start processes run one after the other.</summary>
[CollectionDefinition(nameof(ProcessTests))]
public sealed class ProcessTests;
