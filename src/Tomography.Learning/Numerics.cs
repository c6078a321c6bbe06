namespace Tomography.Learning;

/// <summary>What the numbers of this program are: docs/numerics.md states them.</summary>
public static class Numerics
{
    /// <summary>Raised whenever the same model would get other bits.</summary>
    public const string Version = "2";
}
