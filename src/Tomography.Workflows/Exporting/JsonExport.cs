using System.Collections.Immutable;
using System.Text.Json;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>One file with all crystals: a list of ids and structures of pymatgen.</summary>
internal sealed class JsonExport : CrystalExport
{
    private const string File = "crystals.json";
    private const int FlushBytes = 1 << 20;

    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override bool HasFilePerMaterial => false;

    /// <inheritdoc/>
    public override ImmutableArray<string> FilesOf(ImmutableArray<string> ids) => [File];

    /// <inheritdoc/>
    public override void Write(
        string folder, ImmutableArray<Material> materials, ImmutableArray<string> files, CancellationToken cancellation) =>
        AtomicFile.Write(Path.Combine(folder, File), stream =>
        {
            using var writer = new Utf8JsonWriter(stream);
            writer.WriteStartArray();
            foreach (var material in materials)
            {
                cancellation.ThrowIfCancellationRequested();
                writer.WriteStartObject();
                writer.WriteString("id", material.Id);
                writer.WritePropertyName("structure");
                PymatgenWriter.Write(writer, material.Crystal);
                writer.WriteEndObject();
                if (writer.BytesPending > FlushBytes) writer.Flush();
            }

            writer.WriteEndArray();
        });
}
