namespace Tomography.Learning.Cuda.Tests;

/// <summary>A mistake put into the kernels on purpose.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="File">The file that it is in; empty where the compiler is told wrongly.</param>
/// <param name="Right">What stands there, once.</param>
/// <param name="Wrong">What is put in its place.</param>
/// <param name="Finds">What the checked emulator says of it; empty where only the bits tell.</param>
/// <param name="Option">An option for the compiler.</param>
public sealed record PlantedDefect(string Name, string File, string Right, string Wrong, string Finds, string Option = "-DNOTHING")
{
    /// <summary>The sources with the mistake.</summary>
    /// <exception cref="InvalidOperationException">The place is not there, or there twice: plant the defect elsewhere.</exception>
    public string Plant(string file, string text)
    {
        if (file != File) return text;
        var parts = text.Split(Right);
        return parts.Length == 2 ? string.Join(Wrong, parts) : throw new InvalidOperationException($"{Name}: {parts.Length - 1} places.");
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
