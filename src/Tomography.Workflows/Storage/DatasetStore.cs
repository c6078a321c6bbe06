using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The prepared datasets of a store: what was read of a source, and the graphs made of it, found again by content.</summary>
/// <param name="root">Full path of the store.</param>
public sealed class DatasetStore(string root)
{
    /// <summary>Raised whenever packing or folding changes, so that graphs are made anew.</summary>
    private const string GraphsVersion = "1";

    /// <summary>Full path of a prepared dataset's table of formulas and values.</summary>
    public string TablePath(PreparedDataset dataset) => Path.Combine(root, "datasets", dataset.Key, "table.bin");

    /// <summary>Full path of a dataset's graphs.</summary>
    public string GraphsPath(PreparedDataset dataset, Representation representation, GraphSettings graph)
    {
        var neighbours = representation == Representation.Structure ? graph.Neighbours : 0;
        var described = string.Create(CultureInfo.InvariantCulture, $"{GraphsVersion}|{dataset.CrystalsHash}|{dataset.ElementsHash}|{representation}|{graph.RadiusAngstrom:R}|{neighbours}|{graph.GaussianStepAngstrom:R}");
        return Path.Combine(root, "graphs", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(described))) + ".bin");
    }

    /// <summary>The prepared dataset of a key; null where there is none.</summary>
    public PreparedDataset? Find(string key)
    {
        var path = ManifestPath(key);
        if (!File.Exists(path) || !File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "table.bin"))) return null;
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<PreparedDataset>(stream, Json.Indented);
        }
        catch (JsonException)
        {
            // A manifest can be made again from its source at any time, so a damaged one counts as absent.
            return null;
        }
    }

    /// <summary>Keeps a prepared dataset with its table.</summary>
    public void Keep(PreparedDataset dataset, MaterialTable table)
    {
        AtomicFile.Write(TablePath(dataset), table.Write);
        AtomicFile.Write(ManifestPath(dataset.Key), stream => JsonSerializer.Serialize(stream, dataset, Json.Indented));
    }

    /// <summary>Keeps a dataset's graphs.</summary>
    public void Keep(string graphsPath, PackedGraphs graphs) => AtomicFile.Write(graphsPath, stream => PackedGraphsFile.Write(stream, graphs));

    private string ManifestPath(string key) => Path.Combine(root, "datasets", key, "dataset.json");
}
