using System.Collections.Immutable;
using System.Globalization;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>
/// A study of the Materials Project with sets of features, a property that many materials lack, and rotating seeds: every number of its
/// results.csv is computed again from test-predictions.csv and the table, by code that shares nothing with the program.
/// </summary>
public sealed class RealCrystals : IDisposable
{
    private const string Study = """
        experiment: real
        dataset: { csv: sparse.csv }
        targets: [formation-energy-per-atom]
        features: [number-of-sites, density, [number-of-sites, density]]
        seeds: [1, 2, 3, 4, 5]
        split: { rotate: 5 }
        model: { convolutions: 2, atom-features: 16, hidden: 16 }
        training: { epochs: 2, batch-size: 128, milestones: [] }
        keep: { test-predictions: all }
        predict: { dataset: { folder: candidates } }
        """;

    private const int Target = 7, Density = 3;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedDataFact]
    public async Task Every_number_of_the_results_follows_from_the_predictions()
    {
        var table = Sparse();
        var plan = await Trained();
        var output = _folder.PathOf("out", "real");
        ReportStage.Run(plan, _folder.PathOf("store"), output, new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch);
        var predictions = Rows(Path.Combine(output, "test-predictions.csv")).ToLookup(r => r[8]);
        var results = Rows(Path.Combine(output, "results.csv"));
        // Two baselines (all materials, those with a density), two features and a set, in two representations with five seeds.
        results.Length.ShouldBe(2 * 5 * 5);
        foreach (var row in results)
        {
            var of = predictions[row[12][..12]].ToArray();
            var needsDensity = row[2].Split('+').Contains("density") || (row[2].Length == 0 && row[7] != "2000");
            var materials = table.Values.Where(m => !needsDensity || m[Density].Length > 0).ToDictionary(m => m[0], m => Number(m[Target]));
            row[7].ShouldBe(materials.Count.ToString(CultureInfo.InvariantCulture));
            var (test, validation) = (Part(of, "test"), Part(of, "validation"));
            foreach (var (id, actual, _) in test.Concat(validation)) materials[id].ShouldBe(actual);
            var train = materials.Keys.Except(test.Concat(validation).Select(p => p.Id)).Select(id => materials[id]).Order().ToArray();
            var constant = (train[(train.Length - 1) / 2] + train[train.Length / 2]) / 2;
            var mean = test.Average(p => p.Actual);
            Near(row[4], test.Average(p => Math.Abs(p.Predicted - p.Actual)));
            Near(row[5], 1 - test.Sum(p => Square(p.Predicted - p.Actual)) / test.Sum(p => Square(p.Actual - mean)));
            Near(row[6], test.Average(p => Math.Abs(constant - p.Actual)));
            Near(row[8], validation.Average(p => Math.Abs(p.Predicted - p.Actual)));
        }

        foreach (var seeds in results.GroupBy(r => (r[0], r[2], r[7])))
            seeds
                .SelectMany(r => Part([.. predictions[r[12][..12]]], "test"))
                .Select(p => p.Id)
                .ShouldBeUnique("each material is tested by one of five seeds");
    }

    [SharedDataFact]
    public async Task Predictions_for_crystals_of_the_dataset_are_those_of_its_models_to_the_bit()
    {
        Sparse();
        var plan = await Trained("[1]");
        Directory.CreateSymbolicLink(_folder.PathOf("candidates"), SharedData.PathOf("cgcnn-folder-300"));
        var request = Request("[1]");
        var work = PredictStage.Plan(request, CancellationToken.None).Work.ShouldHaveSingleItem();
        var ofPredict = work.Models;
        ofPredict
            .Jobs.Select(j => j.Key)
            .ShouldBeSubsetOf(plan.Jobs.Select(j => j.Key), "baselines keep their weights: nothing is trained again");
        var told = new List<string>();
        var predicted = Rows(
            PredictStage.Run(work, request, told.Add, CancellationToken.None).Files.ShouldHaveSingleItem());
        told.ShouldBeEmpty();
        predicted.Length.ShouldBe(2 * 300);
        predicted.ShouldAllBe(r => r[4].Length == 0 && r[5] == "1", "one seed has no spread");

        // The folder holds materials of the dataset; of those in its test and validation parts the model on all materials says the same
        // here.
        var output = _folder.PathOf("out", "real");
        ReportStage.Run(plan, request.Store, output, new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch);
        var baselines = ofPredict.Jobs.Select(j => j.Key.Short).ToHashSet();
        var known = Rows(Path.Combine(output, "test-predictions.csv"))
            .Where(r => baselines.Contains(r[8]))
            .ToDictionary(r => (r[0], r[5]), r => r[7]);
        var both = predicted.Where(r => known.ContainsKey((r[0], r[2]))).ToArray();
        both.Length.ShouldBeGreaterThan(100);
        both.ShouldAllBe(r => (float)Number(r[3]) == float.Parse(known[ValueTuple.Create(r[0], r[2])], CultureInfo.InvariantCulture));
    }

    private WorkflowRequest Request(string seeds) =>
        new(
            [_folder.Write("real.experiment.yaml", Study.Replace("[1, 2, 3, 4, 5]", seeds))],
            _folder.PathOf("out"),
            _folder.PathOf("store"),
            ImmutableDictionary<string, string>.Empty);

    private async Task<Plan> Trained(string seeds = "[1, 2, 3, 4, 5]")
    {
        var plan = PlanStage.Run(Request(seeds), CancellationToken.None).Plans.ShouldHaveSingleItem();
        RunOptions options = new(new InProcessWorkers(new CpuDevice(), 4), 2, _folder.PathOf("logs"), TimeSpan.FromSeconds(1));
        (await TrainStage.RunAsync([plan], _folder.PathOf("store"), options, new Observer(), CancellationToken.None)).Trained.ShouldBe(
            plan.Jobs.Length);
        return plan;
    }

    /// <summary>Writes the table with a density missing in two of five rows; gives its rows by id.</summary>
    private Dictionary<string, string[]> Sparse()
    {
        var lines = CsvText.Rows(File.ReadAllText(SharedData.PathOf("materials-project-2k.csv")));
        (lines[0][Target], lines[0][Density]).ShouldBe(("formation_energy_per_atom", "density"));
        foreach (var (row, place) in lines.Skip(1).Select((row, place) => (row, place)))
            if (place % 5 is 1 or 3)
                row[Density] = "";
        _folder.Write("sparse.csv", CsvText.Of(lines));
        return lines.Skip(1).ToDictionary(r => r[0]);
    }

    private static (string Id, double Actual, double Predicted)[] Part(string[][] rows, string part) =>
        [.. rows.Where(r => r[4] == part).Select(r => (r[5], Number(r[6]), Number(r[7])))];

    private static string[][] Rows(string file) => [.. CsvText.Rows(File.ReadAllText(file)).Skip(1)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Square(double value) => value * value;

    // Predictions are kept in float32.
    private static void Near(string stated, double computed) => Number(stated).ShouldBe(computed, 2e-6 * Math.Max(1, Math.Abs(computed)));
}
