using Xunit;

namespace Tomography.Testing;

/// <summary>A theory that is skipped, visibly, where files of ten gigabytes cannot be made without a disk for them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SparseFileTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips where there is an obstacle.</summary>
    public SparseFileTheoryAttribute() => Skip = SparseFile.Obstacle;
}
