using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A form in which the crystals of a dataset are written. A further form is one more type in <see cref="All"/>.</summary>
internal abstract class CrystalExport
{
    /// <summary>The forms, the default first.</summary>
    public static ImmutableArray<CrystalExport> All { get; } = [new CifExport(), new JsonExport()];

    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Where in the export the crystals of materials stand, with <c>/</c> between folder and file; one or several files.</summary>
    public abstract ImmutableArray<string> FilesOf(ImmutableArray<string> ids);

    /// <summary>Whether each material has a file of its own, which the table then names.</summary>
    public abstract bool HasFilePerMaterial { get; }

    /// <summary>Writes the crystals into the files.</summary>
    /// <param name="folder">Full path of the export.</param>
    /// <param name="materials">The materials.</param>
    /// <param name="files">What <see cref="FilesOf"/> says of their ids.</param>
    /// <param name="cancellation">Checked between crystals.</param>
    public abstract void Write(
        string folder, ImmutableArray<Material> materials, ImmutableArray<string> files, CancellationToken cancellation);
}
