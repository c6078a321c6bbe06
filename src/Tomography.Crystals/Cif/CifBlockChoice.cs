namespace Tomography.Crystals;

/// <summary>Which data block of a CIF text is meant where several have atoms.</summary>
/// <param name="Name">Its name, without <c>data_</c>, in any case; null for the first one that has atoms.</param>
public sealed record CifBlockChoice(string? Name)
{
    /// <summary>The first one that has atoms, whatever becomes of it.</summary>
    public static CifBlockChoice First { get; } = new((string?)null);

    /// <summary>The blocks that are meant: one, but for files that repeat its name; none where there is no such block.</summary>
    internal IReadOnlyList<CifBlock> Of(IReadOnlyList<CifBlock> blocks)
    {
        var withAtoms = blocks.Where(b => b.HasAtoms);
        return [.. Name is null ? withAtoms.Take(1) : withAtoms.Where(b => b.Name.Equals(Name, StringComparison.OrdinalIgnoreCase))];
    }
}
