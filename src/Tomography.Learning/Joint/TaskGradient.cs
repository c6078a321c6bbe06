using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>How large the gradient of a task is.</summary>
/// <param name="Target">The task.</param>
/// <param name="Steps">Steps at which it was measured.</param>
/// <param name="Norm">Mean over these of the length of the gradient of its own loss in what is shared; 0 where that is none.</param>
public sealed record TaskGradient(PropertyName Target, int Steps, double Norm);
