using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>Where models compute. A further device is one more of these in a worker's list.</summary>
public interface IComputeDevice
{
    /// <summary>How logs and provenance call the device.</summary>
    string Name { get; }

    /// <summary>Whether this machine has it.</summary>
    bool IsAvailable { get; }

    /// <summary>How many models it likes to train in step, at least 1.</summary>
    int CohortSize { get; }

    /// <summary>Makes the models of a cohort, each in a given state.</summary>
    /// <param name="inputs">What each is made for: the same graphs, sizes and recipe; targets and features of its own.</param>
    /// <param name="initial">The state of each.</param>
    IModelBank Create(ImmutableArray<NetworkInputs> inputs, ImmutableArray<ModelState> initial);
}
