using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>How well the baseline of a representation predicts a target.</summary>
/// <param name="Representation">What the model saw of each crystal.</param>
/// <param name="Target">The property it predicts.</param>
/// <param name="Seeds">For how many seeds it is there.</param>
/// <param name="TestMae">Mean absolute error on the test part over the seeds, in the target's unit; null where no seed is there.</param>
public sealed record BaselineError(Representation Representation, Property Target, int Seeds, ErrorRange? TestMae);
