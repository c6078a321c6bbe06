namespace Tomography.Learning;

/// <summary>Where models compute.</summary>
public interface IComputeDevice
{
    /// <summary>How logs and provenance call the device.</summary>
    string Name { get; }

    /// <summary>Makes a model in a given state.</summary>
    INetwork Create(NetworkInputs inputs, ModelState initial);
}
