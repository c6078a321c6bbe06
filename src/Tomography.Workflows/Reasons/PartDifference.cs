namespace Tomography.Workflows;

/// <summary>A part in which two fingerprints differ.</summary>
/// <param name="Name">What it is, like <c>training.epochs</c>.</param>
/// <param name="Nearest">Its value in the nearest job of the store; null where that has no such part.</param>
/// <param name="Wanted">Its value in the job that is asked about; null where it has no such part.</param>
public sealed record PartDifference(string Name, string? Nearest, string? Wanted)
{
    /// <summary>One phrase: <c>training.epochs: 60 -> 100</c>. Hashes are cut.</summary>
    public override string ToString() =>
        Name.EndsWith(".values", StringComparison.Ordinal) || Name.StartsWith("dataset.", StringComparison.Ordinal)
            ? $"{Name} are others ({Cut(Nearest)} -> {Cut(Wanted)})"
            : $"{Name}: {Shown(Nearest)} -> {Shown(Wanted)}";

    private static string Shown(string? value) => value switch { null => "(none)", "" => "(none)", _ => value };

    private static string Cut(string? value) => value is null ? "(none)" : value.Length > 12 ? value[..12] : value;
}
