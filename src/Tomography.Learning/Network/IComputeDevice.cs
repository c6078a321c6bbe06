using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>Where models compute. A further device is one more of these in a worker's list.</summary>
public interface IComputeDevice
{
    /// <summary>How users and orders call the device, such as <c>cpu</c> or <c>cuda:0</c>.</summary>
    string Id { get; }

    /// <summary>How logs and provenance call the device.</summary>
    string Name { get; }

    /// <summary>Why this machine cannot use it, in plain words; null where it can.</summary>
    string? Problem => null;

    /// <summary>
    /// Whether it trains models like this one; by default those of one number that start from initial weights, weigh no
    /// crystals and make the squared error small. The CPU trains all.
    /// </summary>
    /// <param name="task">The model.</param>
    bool Trains(TrainingTask task) => !task.IsJoint && task.Start is null && task.Sources is null && !task.HasVariance;

    /// <summary>How many models it likes to train in step at most, at least 1.</summary>
    int CohortSize { get; }

    /// <summary>How many models of a cohort its memory holds at this moment, from 1 to <see cref="CohortSize"/>.</summary>
    /// <param name="cohort">The models.</param>
    /// <exception cref="DeviceFailedException">The device does not answer.</exception>
    int Room(CohortTask cohort) => CohortSize;

    /// <summary>Makes the models of a cohort, each in a given state.</summary>
    /// <param name="inputs">What each is made for: the same graphs, sizes and recipe; targets and features of its own.</param>
    /// <param name="initial">The state of each.</param>
    /// <exception cref="DeviceMemoryException">The device has no memory for so many models.</exception>
    /// <exception cref="DeviceFailedException">The device does not answer.</exception>
    IModelBank Create(ImmutableArray<NetworkInputs> inputs, ImmutableArray<ModelState> initial);
}
