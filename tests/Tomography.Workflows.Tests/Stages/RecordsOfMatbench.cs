using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Tomography.Workflows.Tests;

/// <summary>Studies with the folds of matbench leave records in its form.</summary>
public sealed class RecordsOfMatbench : IDisposable
{
    private const string Yaml = """
        experiment: layers
        dataset: { file: matbench_jdft2d.json }
        representations: [structure, composition]
        targets: [exfoliation-en]
        features: []
        controls: [noise]
        seeds: [5, 6, 7, 8, 9, 10]
        split: { matbench: all }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_representation_has_a_record_of_its_baselines_fold_by_fold()
    {
        Write(Trained());
        Names().ShouldBe(["composition.json", "structure.json"]);
        var record = Read("composition.json");
        ((string)record["@class"]!).ShouldBe("MatbenchBenchmark");
        var results = record["tasks"]!["matbench_jdft2d"]!["results"]!.AsObject();
        results.Select(f => f.Key).ShouldBe(["fold_0", "fold_1", "fold_2", "fold_3", "fold_4"]);
        results.SelectMany(f => f.Value!["data"]!.AsObject().Select(d => d.Key)).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 636).Select(i => $"mb-jdft2d-{i:000}"));
    }

    [Fact]
    public void A_row_that_several_seeds_test_has_the_mean_of_what_they_predict()
    {
        // Of six seeds the first and the last test the first fold.
        Write(Trained());
        var fold = Read("composition.json")["tasks"]!["matbench_jdft2d"]!["results"]!["fold_0"]!;
        fold["parameters"]!["seeds"]!.AsArray().Select(s => (int)s!).ShouldBe([5, 10]);
        fold["data"]!.AsObject().ShouldAllBe(d => (double)d.Value! == 7.5);
        var errors = MatbenchFolds.OfNumbers(636).Index().Where(r => r.Item == 0).Select(r => Math.Abs(27 + r.Index % 50 - 7.5)).ToArray();
        ((double)fold["scores"]!["mae"]!).ShouldBe(errors.Average(), 1e-9);
        ((double)fold["scores"]!["max_error"]!).ShouldBe(errors.Max());
    }

    [Fact]
    public void Models_with_features_are_recorded_where_their_predictions_are_listed()
    {
        Write(Trained("keep: { test-predictions: all }"));
        Names().ShouldBe(["composition+noise.json", "composition.json", "structure+noise.json", "structure.json"]);
        Write(Trained("keep: { test-predictions: none }"));
        Directory.Exists(_folder.PathOf("out", "matbench")).ShouldBeFalse("nothing is left over");
    }

    [Fact]
    public void Folds_without_predictions_are_left_out()
    {
        var plan = Trained();
        foreach (var job in plan.Jobs.Where(j => j.Spec.Seed == 6)) File.Delete(PathOf(job));
        Write(plan);
        Read("structure.json")["tasks"]!["matbench_jdft2d"]!["results"]!.AsObject().Select(f => f.Key)
            .ShouldBe(["fold_0", "fold_2", "fold_3", "fold_4"]);
    }

    [Fact]
    public void The_hash_of_a_record_is_that_of_its_text_without_it()
    {
        Write(Trained());
        var text = File.ReadAllText(_folder.PathOf("out", "matbench", "structure.json"));
        var hash = (string)JsonNode.Parse(text)!["hash"]!;
        var without = text.Replace($"\"hash\": \"{hash}\", ", "", StringComparison.Ordinal);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(without))).ShouldBe(hash);
    }

    [Fact]
    public void A_dataset_of_ones_own_has_its_targets_for_tasks()
    {
        _folder.Write("cubes.csv", Tables.Csv(300));
        Write(Trained("", ("file: matbench_jdft2d.json", "csv: cubes.csv"), ("[exfoliation-en]", "[density, volume]")));
        Read("structure.json")["tasks"]!.AsObject().Select(t => t.Key).ShouldBe(["density", "volume"]);
    }

    [Fact]
    public void Other_splits_leave_no_records_and_clean_removes_them()
    {
        Write(Trained());
        CleanStage.Run(_folder.PathOf("out"));
        Directory.Exists(_folder.PathOf("out")).ShouldBeFalse("nothing is left");
        Write(Trained("", ("split: { matbench: all }", "split: { rotate: 5 }")));
        Directory.Exists(_folder.PathOf("out", "matbench")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(-2, "-2.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(123.25, "123.25")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001234, "1.234e-05")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1e23, "1e+23")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(-5e-324, "-5e-324")]
    [InlineData(0.10000000149011612, "0.10000000149011612")]
    [InlineData(123456789012345680.0, "1.2345678901234568e+17")]
    public void Numbers_are_written_as_python_writes_them(double value, string text) => PythonJson.Number(value).ShouldBe(text);

    [Fact]
    public void Errors_relative_to_about_nothing_do_not_count()
    {
        var scores = MatbenchScores.Of([(0, 1), (2, 1), (4, 7)]);
        (scores.Mae, scores.Mape, scores.MaxError).ShouldBe((5 / 3.0, (0.5 + 0.75) / 2, 3.0));
        scores.Rmse.ShouldBe(Math.Sqrt(11 / 3.0));
        MatbenchScores.Of([(0, 1)]).Mape.ShouldBe(double.NaN);
    }

    private string[] Names() =>
        [.. Directory.GetFiles(_folder.PathOf("out", "matbench")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(_folder.PathOf("out", "matbench", name)))!;

    private string PathOf(Job job) =>
        Path.Combine(new StoreFolders(_folder.PathOf("store")).Predictions, job.Key.Value[..2], job.Key.Value + ".bin");

    private void Write(Plan plan) => ReportStage.Run(
        plan, _folder.PathOf("store"), _folder.PathOf("out"), new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch);

    /// <summary>A plan whose models predict their seed.</summary>
    private Plan Trained(string line = "", params (string Old, string New)[] edits)
    {
        var yaml = edits.Aggregate(Yaml, (text, edit) => text.Replace(edit.Old, edit.New, StringComparison.Ordinal));
        _folder.Write("matbench_jdft2d.json", Tables.Matbench("exfoliation_en", 636));
        var file = _folder.Write("layers.experiment.yaml", $"{yaml}\n{line}");
        var plan = PlanStage.Run(
            new([file], _folder.PathOf("plans"), _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty),
            CancellationToken.None)
            .Plans.ShouldHaveSingleItem();
        var (splits, store) = (new SplitStore(new(_folder.PathOf("store"))), new PredictionStore(new(_folder.PathOf("store"))));
        foreach (var job in plan.Jobs)
        {
            var split = splits.Read(plan.SplitOf(plan.Variants[0], job.Spec.Seed).Hash);
            ImmutableArray<float> Predict(int count) => [.. Enumerable.Repeat((float)job.Spec.Seed, count)];
            store.Write(job.Key, [new(job.Spec.Targets[0], Predict(split.Validation.Length), Predict(split.Test.Length))]);
        }

        return plan;
    }
}
