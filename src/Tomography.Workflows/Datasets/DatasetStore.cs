using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The prepared datasets of a store: what was read of a source, and the graphs made of it, found again by content.</summary>
/// <param name="root">Full path of the store.</param>
internal sealed class DatasetStore(string root)
{
    private readonly StoreFolders _folders = new(root);

    /// <summary>The lists that stand beside a prepared dataset, by the names that they have in output folders.</summary>
    public static ImmutableArray<string> Lists { get; } = [ReportFiles.Excluded, ReportFiles.Notes];

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
            var isWhole = CheckedFile.IsWhole(TablePath(dataset)) && Lists.All(l => CheckedFile.IsWhole(ListPath(key, l)));
            return dataset.Key == key && isWhole && Audit(dataset) is not null ? dataset : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>A dataset's table of formulas and values; null where the store does not have it, or not whole.</summary>
    public MaterialTable? Table(PreparedDataset dataset) =>
        CheckedFile.Read(TablePath(dataset)) is { } content ? MaterialTable.Read(new MemoryStream(content)) : null;

    /// <summary>A list as a table, empty where there is nothing to list; null where the store does not have it, or not whole.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="list">One of <see cref="Lists"/>.</param>
    public byte[]? List(PreparedDataset dataset, string list) => CheckedFile.Read(ListPath(dataset.Key, list));

    /// <summary>What a dataset consists of; null where the store does not have that, or not whole.</summary>
    public DatasetAudit? Audit(PreparedDataset dataset)
    {
        try
        {
            using var stream = File.OpenRead(AuditPath(dataset.Key));
            return CheckedJson.Read<DatasetAudit>(stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Whether graphs are there and whole.</summary>
    public bool HasGraphs(string hash) => CheckedFile.IsWhole(GraphsPath(hash));

    /// <summary>Keeps a prepared dataset with its table, lists and audit.</summary>
    public void Keep(PreparedDataset dataset, MaterialTable table, DatasetRemarks remarks, DatasetAudit audit)
    {
        CheckedFile.Write(TablePath(dataset), table.Write, _folders.Temporary);
        Keep(ReportFiles.Excluded, remarks.Excluded, "reason");
        Keep(ReportFiles.Notes, remarks.Notes, "what");
        AtomicFile.Write(AuditPath(dataset.Key), stream => CheckedJson.Write(stream, audit), _folders.Temporary);
        AtomicFile.Write(ManifestPath(dataset.Key), stream => CheckedJson.Write(stream, dataset), _folders.Temporary);

        void Keep(string list, RemarkList entries, string last)
        {
            var bytes = RemarksCsv.Write(entries, last);
            CheckedFile.Write(ListPath(dataset.Key, list), stream => stream.Write(bytes), _folders.Temporary);
        }
    }

    /// <summary>Keeps a dataset's graphs.</summary>
    public void Keep(string hash, PackedGraphs graphs) =>
        CheckedFile.Write(GraphsPath(hash), stream => PackedGraphsFile.Write(stream, graphs), _folders.Temporary);

    private string AuditPath(string key) => Path.Combine(_folders.Datasets, key, "audit.json");

    private string ListPath(string key, string list) => Path.Combine(_folders.Datasets, key, $"{list}.bin");

    private string ManifestPath(string key) => Path.Combine(_folders.Datasets, key, "dataset.json");
}
