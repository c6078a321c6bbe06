using Tomography.Testing;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>A driver with emulated cards, and what the CPU makes of the small study: both made once.</summary>
public sealed class EmulatedGpus : IDisposable
{
    private readonly Lazy<EmulatedDriver> _driver = new(() => new());

    private readonly Lazy<Dictionary<string, string>> _numbers = new(() =>
    {
        using var workspace = new Workspace();
        workspace.Build(workspace.WriteExperiment(), "-p:TomographyDevice=cpu").ShouldSucceed();
        return workspace.Numbers();
    });

    /// <summary>The driver.</summary>
    public EmulatedDriver Driver => _driver.Value;

    /// <summary>All numbers of the results that the CPU gives, to the bit.</summary>
    public Dictionary<string, string> NumbersOfTheCpu => _numbers.Value;

    public void Dispose()
    {
        if (_driver.IsValueCreated) _driver.Value.Dispose();
    }
}
