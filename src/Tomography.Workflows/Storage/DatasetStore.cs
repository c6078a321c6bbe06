using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The prepared datasets of a store: what was read of a source, and the graphs made of it, found again by content.</summary>
/// <param name="root">Full path of the store.</param>
public sealed class DatasetStore(string root)
{
    /// <summary>Raised whenever packing or folding changes, so that graphs are made anew.</summary>
    private const string GraphsVersion = "2";

    private readonly StoreFolders _folders = new(root);

    /// <summary>Full path of a prepared dataset's table of formulas and values.</summary>
    public string TablePath(PreparedDataset dataset) => Path.Combine(_folders.Datasets, dataset.Key, "table.bin");

    /// <summary>Full path of a dataset's graphs.</summary>
    public string GraphsPath(PreparedDataset dataset, Representation representation, GraphSettings graph)
    {
        var neighbours = representation == Representation.Structure ? graph.Neighbours : 0;
        var described = string.Create(CultureInfo.InvariantCulture, $"{GraphsVersion}|{dataset.CrystalsHash}|{dataset.ElementsHash}|{representation}|{graph.RadiusAngstrom:R}|{neighbours}|{graph.GaussianStepAngstrom:R}");
        return Path.Combine(_folders.Graphs, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(described))) + ".bin");
    }

    /// <summary>The prepared dataset of a key; null where there is none, or where its files are not whole: they can be made again from the source.</summary>
    public PreparedDataset? Find(string key)
    {
        try
        {
            using var stream = File.OpenRead(ManifestPath(key));
            var dataset = CheckedJson.Read<PreparedDataset>(stream);
            return dataset.Key == key && CheckedFile.IsWhole(TablePath(dataset)) ? dataset : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Whether a dataset's graphs are there and whole.</summary>
    public bool HasGraphs(string graphsPath) => CheckedFile.IsWhole(graphsPath);

    /// <summary>Keeps a prepared dataset with its table.</summary>
    public void Keep(PreparedDataset dataset, MaterialTable table)
    {
        CheckedFile.Write(TablePath(dataset), table.Write, _folders.Temporary);
        AtomicFile.Write(ManifestPath(dataset.Key), stream => CheckedJson.Write(stream, dataset), _folders.Temporary);
    }

    /// <summary>Keeps a dataset's graphs.</summary>
    public void Keep(string graphsPath, PackedGraphs graphs) => CheckedFile.Write(graphsPath, stream => PackedGraphsFile.Write(stream, graphs), _folders.Temporary);

    private string ManifestPath(string key) => Path.Combine(_folders.Datasets, key, "dataset.json");
}
