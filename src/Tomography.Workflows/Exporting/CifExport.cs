using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A CIF file per material, in the folder <c>cif</c>.</summary>
internal sealed class CifExport : CrystalExport
{
    /// <inheritdoc/>
    public override string Name => "cif";

    /// <inheritdoc/>
    public override bool HasFilePerMaterial => true;

    /// <inheritdoc/>
    public override ImmutableArray<string> FilesOf(ImmutableArray<string> ids) => [.. FileNames.Of(ids).Select(n => $"cif/{n}.cif")];

    /// <inheritdoc/>
    public override void Write(
        string folder, ImmutableArray<Material> materials, ImmutableArray<string> files, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(folder, "cif"));
        for (var i = 0; i < materials.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Not flushed one by one, which takes minutes for many: the table, which comes last, tells that all are there.
            var name = Path.GetFileNameWithoutExtension(files[i]);
            File.WriteAllText(Path.Combine(folder, files[i]), CifWriter.Write(materials[i].Crystal, name));
        }
    }
}
