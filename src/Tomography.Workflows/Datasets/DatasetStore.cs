using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The prepared datasets of a store: what was read of a source, and the graphs made of it, found again by content.</summary>
/// <param name="root">Full path of the store.</param>
internal sealed class DatasetStore(string root)
{
    private readonly StoreFolders _folders = new(root);

    /// <summary>Full path of a prepared dataset's table of formulas and values.</summary>
    public string TablePath(PreparedDataset dataset) => _folders.TableOf(dataset.Key);

    /// <summary>Full path of graphs.</summary>
    /// <param name="hash">Their name, see <see cref="PlannedGraphs"/>.</param>
    public string GraphsPath(string hash) => _folders.GraphsOf(hash);

    /// <summary>
    /// The prepared dataset of a key; null where there is none, or where its files are not whole: they can be made again from the source.
    /// </summary>
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

    /// <summary>A dataset's table of formulas and values; null where the store does not have it, or not whole.</summary>
    public MaterialTable? Table(PreparedDataset dataset) =>
        CheckedFile.Read(TablePath(dataset)) is { } content ? MaterialTable.Read(new MemoryStream(content)) : null;

    /// <summary>Whether graphs are there and whole.</summary>
    public bool HasGraphs(string hash) => CheckedFile.IsWhole(GraphsPath(hash));

    /// <summary>Keeps a prepared dataset with its table.</summary>
    public void Keep(PreparedDataset dataset, MaterialTable table)
    {
        CheckedFile.Write(TablePath(dataset), table.Write, _folders.Temporary);
        AtomicFile.Write(ManifestPath(dataset.Key), stream => CheckedJson.Write(stream, dataset), _folders.Temporary);
    }

    /// <summary>Keeps a dataset's graphs.</summary>
    public void Keep(string hash, PackedGraphs graphs) =>
        CheckedFile.Write(GraphsPath(hash), stream => PackedGraphsFile.Write(stream, graphs), _folders.Temporary);

    private string ManifestPath(string key) => Path.Combine(_folders.Datasets, key, "dataset.json");
}
