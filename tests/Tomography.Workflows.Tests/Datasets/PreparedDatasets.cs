using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>A dataset is read once; what lies in the store is used again while it is whole.</summary>
public sealed class PreparedDatasets : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DatasetStore _store;

    public PreparedDatasets() => _store = new(_folder.PathOf("store"));

    public void Dispose() => _folder.Dispose();

    private PreparedDataset Prepare(string yaml) =>
        new DatasetPreparer(_store, InputLimits.Default).Prepare(Reading.Valid(yaml), CancellationToken.None);

    private Dictionary<string, DateTime> Times()
    {
        // Far back, so that a file written again cannot have the same time.
        var files = Directory.GetFiles(_folder.PathOf("store"), "*", SearchOption.AllDirectories);
        foreach (var file in files) File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        return files.ToDictionary(f => f, _ => DateTime.UnixEpoch);
    }

    private string[] Written(Dictionary<string, DateTime> since) =>
        [.. since.Keys.Where(f => File.GetLastWriteTimeUtc(f) != since[f]).Select(f => Path.GetFileName(f))];

    [Fact]
    public void The_second_build_writes_nothing_and_finds_the_same()
    {
        var first = Prepare(Reading.Minimal);
        var times = Times();
        var second = Prepare(Reading.Minimal);
        Written(times).ShouldBeEmpty();
        Directory.GetFiles(_folder.PathOf("store"), "*", SearchOption.AllDirectories).Length.ShouldBe(times.Count);
        System.Text.Json.JsonSerializer.Serialize(second, Json.Line).ShouldBe(System.Text.Json.JsonSerializer.Serialize(first, Json.Line));
    }

    [Fact]
    public void Graphs_of_another_radius_are_made_beside()
    {
        Prepare(Reading.Minimal);
        var times = Times();
        Prepare(Reading.Minimal + "\ngraph: { radius: 5 }");
        Written(times).ShouldBeEmpty();
        Directory.GetFiles(_folder.PathOf("store", "graphs")).Length.ShouldBe(4);
    }

    [Fact]
    public void Other_neighbours_need_no_other_composition_graphs()
    {
        Prepare(Reading.Minimal);
        Prepare(Reading.Minimal + "\ngraph: { neighbours: 8 }");
        Directory.GetFiles(_folder.PathOf("store", "graphs")).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("table.bin")]
    [InlineData("dataset.json")]
    public void Damaged_tables_are_made_anew(string name) => IsMadeAnew(Path.Combine("datasets", "*"), name);

    [Fact]
    public void Damaged_graphs_are_made_anew() => IsMadeAnew("graphs", "*.bin");

    private void IsMadeAnew(string under, string name)
    {
        Prepare(Reading.Minimal);
        foreach (
            var damage in new Action<FileStream>[]
            {
                s => s.SetLength(0),
                s => s.SetLength(s.Length - 1),
                s => s.SetLength(s.Length / 2),
                s =>
                {
                    s.Position = s.Length / 2;
                    s.WriteByte((byte)(s.ReadByte() ^ 1));
                },
            }
        )
        {
            var file = Directory.GetFiles(
                _folder.PathOf("store", under.Split(Path.DirectorySeparatorChar)[0]),
                name,
                SearchOption.AllDirectories
            )[0];
            var whole = File.ReadAllBytes(file);
            using (var stream = new FileStream(file, FileMode.Open)) damage(stream);
            File.ReadAllBytes(file).ShouldNotBe(whole);
            Prepare(Reading.Minimal);
            File.ReadAllBytes(file).ShouldBe(whole);
        }
    }

    [Fact]
    public void A_limit_takes_the_same_subset_each_time()
    {
        const string Limited = "experiment: small\ndataset: { phantom: { materials: 60, seed: 7 }, limit: 20 }\ntargets: [density]";
        var dataset = Prepare(Limited);
        dataset.Summary.Materials.ShouldBe(20);
        var values = Values(dataset);
        Directory.Delete(_folder.PathOf("store"), recursive: true);
        Values(Prepare(Limited)).ShouldBe(values);
        var all = Values(Prepare(Reading.Minimal));
        values.ShouldBeSubsetOf(all);
        values.ShouldNotBe(all[..20]); // at random, not the first
    }

    [Fact]
    public void A_limit_beyond_the_dataset_changes_no_key()
    {
        var plain = Prepare(Reading.Minimal);
        Prepare(Reading.Minimal.Replace("7 }", "7 }, limit: 1000")).CrystalsHash.ShouldBe(plain.CrystalsHash);
    }

    [Fact]
    public void Preparing_can_be_stopped() =>
        Should.Throw<OperationCanceledException>(() =>
            new DatasetPreparer(_store, InputLimits.Default).Prepare(Reading.Valid(Reading.Minimal), new(canceled: true)));

    private double[] Values(PreparedDataset dataset)
    {
        using var stream = File.OpenRead(_store.TablePath(dataset));
        return [.. MaterialTable.Read(stream).Values[new("density")]];
    }

    [Fact]
    public void Graphs_read_back_have_as_many_crystals_as_the_dataset()
    {
        var dataset = Prepare(Reading.Minimal);
        var hash = GraphsHash.Of(dataset, Representation.Structure, new(), Repertoire.Default);
        PackedGraphsFile.Map(_store.GraphsPath(hash)).Count.ShouldBe(60);
    }
}
