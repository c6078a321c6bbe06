using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Where in a document its crystal is described.</summary>
/// <param name="Shape">In which way.</param>
/// <param name="Fields">By which object.</param>
/// <param name="Path">The object's path from the document, each step with a dot before it.</param>
internal sealed record LocatedCrystal(JsonShape Shape, JsonFields Fields, string Path)
{
    private const int Deepest = 3;

    // Where a document has several crystals, as before and after a relaxation, the first of these is meant.
    private static readonly string[] s_usual = ["structure", "final_structure", "atoms", "attributes", "crystal"];

    /// <summary>Finds the crystal of a document; null where it has none, or several of which none is meant before the others.</summary>
    public static LocatedCrystal? Find(JsonFields document) =>
        JsonShapes.All.Select(shape => In(shape, document, "", 0)).FirstOrDefault(found => found is not null);

    /// <summary>True where an object describes a crystal itself.</summary>
    public static bool IsCrystal(JsonFields fields) => JsonShapes.All.Any(s => s.Fits(fields));

    /// <summary>True for a name that usually holds the crystal of a document, rather than being a document's id.</summary>
    public static bool IsUsualName(string name) =>
        s_usual.Contains(name) || name.Contains("structure", StringComparison.OrdinalIgnoreCase) || name is "data" or "lattice";

    private static LocatedCrystal? In(JsonShape shape, JsonFields fields, string path, int depth)
    {
        if (shape.Fits(fields)) return new(shape, fields, path);
        if (depth == Deepest) return null;
        var fitting = fields.Children.Where(c => shape.Fits(c.Value)).Select(c => c.Key).ToImmutableArray();
        var name = s_usual.FirstOrDefault(fitting.Contains) ?? (fitting.Length == 1 ? fitting[0] : null);
        if (name is not null) return new(shape, fields.Children[name], $"{path}.{name}");
        if (fitting.Length > 1) return null;
        foreach (var (child, inner) in fields.Children)
            if (In(shape, inner, $"{path}.{child}", depth + 1) is { } found)
                return found;
        return null;
    }
}
