namespace Tomography.Crystals;

/// <summary>One limit on what is read, as users set it.</summary>
/// <param name="Name">The build property that sets it, like <c>TomographyMostSites</c>.</param>
/// <param name="Meaning">What it limits and what happens beyond it, one line.</param>
/// <param name="Default">Its value where none is given.</param>
/// <param name="Highest">The highest value that it can be given.</param>
public sealed record InputLimit(string Name, string Meaning, long Default, long Highest)
{
    /// <summary>How to raise the limit to what was needed, or to twice its value where that is not known.</summary>
    internal string HowToRaise(long present, long? needed = null)
    {
        var value = needed ?? 2 * present;
        return value > Highest ? $"it cannot be raised above {Highest}" : $"where that is meant, -p:{Name}={value} raises the limit";
    }
}
