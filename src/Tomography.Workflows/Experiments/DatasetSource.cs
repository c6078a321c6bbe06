using Tomography.Phantom;

namespace Tomography.Workflows;

/// <summary>Where the crystals of an experiment come from.</summary>
/// <param name="Location">Full path of the file or folder; null for what is generated.</param>
/// <param name="Key">The key of an experiment that names it.</param>
public abstract record DatasetSource(string? Location, string Key)
{
    /// <summary>A CSV file (plain or .gz) with a <c>cif</c> column and one column per property.</summary>
    /// <param name="Path">Full path.</param>
    public sealed record Csv(string Path) : DatasetSource(Path, "csv");

    /// <summary>A CGCNN folder: <c>ID.cif</c> files, one <c>id_PROPERTY.csv</c> per property, optionally <c>atom_init.json</c>.</summary>
    /// <param name="Path">Full path.</param>
    public sealed record Folder(string Path) : DatasetSource(Path, "folder");

    /// <summary>A file of crystals in any format that is read, or a folder of such files.</summary>
    /// <param name="Path">Full path.</param>
    public sealed record Crystals(string Path) : DatasetSource(Path, "file");

    /// <summary>Synthetic crystals with known properties.</summary>
    /// <param name="Settings">What they are made of: 10 to 100,000 materials.</param>
    public sealed record Phantom(PhantomSettings Settings) : DatasetSource(null, "phantom");
}
