namespace Tomography.Workflows;

/// <summary>A feature that carries no information about any material; what it does to an error, chance does.</summary>
public enum ControlKind
{
    /// <summary>Independent numbers of a normal distribution.</summary>
    Noise,

    /// <summary>The values of another feature, dealt out to materials at random.</summary>
    Shuffled,
}
