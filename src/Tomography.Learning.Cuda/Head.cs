using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>
/// What a model predicts one target by, as kernels read it (<c>step.h</c>, which says what each is): addresses on the device, and places.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Head
{
    public ulong Features, Targets, CrystalWeights;
    public double Weight;
    public int Place, Model, Task, Tasks, FeatureLength, Start, Kind, IsMasked;
}
