using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Models that start from others, from the experiment file to their table.</summary>
public sealed class Sequences : IDisposable
{
    private const string StartFrom = "start-from: { target: density, labels: [10, 20, all], freeze: true }";

    private static readonly (string, string)[] s_changes =
    [
        ("targets: [density]", "targets: [density, volume]"), ("features: [volume, is-hubbard]", "features: []"),
        ("milestones: []", $"milestones: [], {StartFrom}"), ("training:", "keep: { weights: all }\ntraining:"),
    ];

    private readonly Workshop _shop = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _shop.Dispose();
    }

    [Fact]
    public async Task Are_trained_after_their_sources_and_compared()
    {
        var alone = _shop.Plan(s_changes[0], s_changes[1]);
        var plan = _shop.Plan(s_changes);
        plan.JobsOf(plan.Variants[0]).Select(j => j.Key)
            .ShouldBe(alone.Jobs.Select(j => j.Key), "what the study has anyway keeps its keys");
        plan.Jobs.Length.ShouldBe(2 * (2 + 1 + 2 + 3 * 2), "per seed two alone, noise, two from few labels, three starts from each source");
        var run = await _shop.Run(plan, workers: 2);
        (run.Failures.Length, run.Trained).ShouldBe((0, plan.Jobs.Length));

        // A frozen trunk has the bits of the source of the same seed.
        var weights = new WeightStore(new(_shop.Store));
        foreach (var job in plan.Jobs.Where(j => j.Spec.Start is not null))
        {
            var source = plan.Jobs.Single(j => j.Spec == new SequenceModels(plan.Dataset).SourceOf(job.Spec));
            var (own, before) = (weights.Read(job.Key, _ => { })!, weights.Read(source.Key, _ => { })!);
            own.Running.ShouldBe(before.Running, job.Title);
            var shared = own.Parameters.Zip(before.Parameters).TakeWhile(p => p.First == p.Second).Count();
            shared.ShouldBeGreaterThan(own.Parameters.Length / 2, job.Title);
            new JobFingerprints(plan).Of(job).Parts.ShouldContain(new FingerprintPart("start", source.Key.Value));
        }

        Report(plan);
        var rows = File.ReadAllLines(_folder.PathOf("out", "sequence.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        rows.Length.ShouldBe(3 * 2 * 3, "three numbers of labels, two seeds; started, from noise and alone");
        rows.Select(r => (r[1], r[2])).Distinct().ShouldBe([("density", "volume")]);
        // All 60 materials; 10 and 20 of the 36 that train, and the 24 others.
        rows.Select(r => (r[3], r[10])).Distinct().ShouldBe([("10", "34"), ("20", "44"), ("all", "60")]);
        var points = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(_folder.PathOf("out", "analysis.json")))!
            ["sequence"]!["points"]!.AsArray();
        points.Select(p => (int)p!["trained"]!).ShouldBe([10, 20, 36]);
        points.ShouldAllBe(p => (string)p!["verdict"]!["reason"]! == "few-seeds" && p["verdict"]!["againstControl"]!["change"] != null);

        // A lattice per number of labels, each a file that the page lists; none is left of a plan that asks for others, or for none.
        Starts().ShouldBe(["starts-composition-10.graphml", "starts-composition-20.graphml", "starts-composition-all.graphml"]);
        var page = File.ReadAllText(_folder.PathOf("out", "report.html"));
        foreach (var file in Starts())
        {
            File.ReadAllText(_folder.PathOf("out", file)).ShouldContain("source=\"density\" target=\"volume\"");
            page.ShouldContain($"href=\"{file}\"");
        }

        _folder.Write("out/starts-composition-notes.graphml", "of somebody else");
        Report(_shop.Plan(s_changes[0], s_changes[1], ("milestones: []", $"milestones: [], {StartFrom.Replace("10, 20, all", "10")}")));
        Starts().ShouldBe(["starts-composition-10.graphml", "starts-composition-notes.graphml"]);
        Report(alone);
        File.Exists(_folder.PathOf("out", "sequence.csv")).ShouldBeFalse();
        Starts().ShouldBe(["starts-composition-notes.graphml"]);
        Report(plan);
        File.Delete(_folder.PathOf("out", "starts-composition-notes.graphml"));
        CleanStage.Run(_folder.PathOf("out"));
        Directory.Exists(_folder.PathOf("out")).ShouldBeFalse("nothing is left");

        string[] Starts() =>
            [.. Directory.GetFiles(_folder.PathOf("out"), "starts*").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_source_that_fails_takes_with_it_what_starts_from_it_and_says_so()
    {
        var plan = _shop.Plan([.. s_changes, ("training: {", "retries: 0\ntraining: { learning-rate: 900,")]);
        var run = await _shop.Run(plan, workers: 2);
        var failed = run.Failures.ToDictionary(f => f.Key);
        var started = plan.Jobs.Where(j => j.Spec.Start is not null && failed.ContainsKey(KeyOfSource(plan, j))).ToArray();
        started.ShouldNotBeEmpty("at such a rate sources diverge");
        foreach (var job in started)
        {
            var title = new SequenceModels(plan.Dataset).SourceOf(job.Spec).ToString();
            failed[job.Key].Reason.ShouldStartWith($"The model that it starts from, '{title}', failed: Train");
            _shop.Failures.Read(job.Key).ShouldNotBeNull();
        }

        static JobKey KeyOfSource(Plan plan, Job job) =>
            plan.Jobs.Single(j => j.Spec == new SequenceModels(plan.Dataset).SourceOf(job.Spec)).Key;
    }

    [Fact]
    public async Task A_source_whose_weights_are_lost_is_trained_again()
    {
        var plan = _shop.Plan(s_changes);
        await _shop.Run(plan, workers: 2);
        var before = _shop.Kept(plan);
        var lost = plan.Jobs.First(j => j.Spec.Start is not null);
        var source = plan.Jobs.Single(j =>
            j.Spec.IsBaseline && j.Spec.Targets == lost.Spec.Start!.Value && j.Spec.Seed == lost.Spec.Seed);
        var folders = new StoreFolders(_shop.Store);
        File.Delete(Path.Combine(folders.Weights, source.Key.Value[..2], source.Key.Value + ".bin"));
        File.Delete(folders.ResultOf(lost.Key));

        // By itself, without its source in the order, it tells what is missing.
        var order = WorkOrders.Of(plan, TimeSpan.FromSeconds(60)).Select(o => o.Only(m => m.Key == lost.Key)).OfType<CohortOrder>()
            .Single();
        var said = new List<WorkReport>();
        Worker.CohortWork.Run(new Worker.CohortTrainer(folders, new CpuDevice()), new([order]), said.Add, default);
        said[^1].Kind.ShouldBe(WorkReportKind.Failed);
        said[^1].Message!
            .ShouldStartWith($"The weights of '{source.Spec}' (job {source.Key.Short}), from which this model starts, are not");

        (await _shop.Run(plan, workers: 2)).Trained.ShouldBe(2);
        _shop.Kept(plan).ShouldBe(before);
    }

    [Fact]
    public void No_source_is_trained_on_a_test_crystal_of_what_starts_from_it_whatever_gaps_they_have()
    {
        string[] cations = ["Li", "Na", "K", "Mg", "Ca", "Sr", "Ba", "Al", "Ti", "Fe"], anions = ["O", "S", "F", "Cl", "Br", "N"];
        var rows = Enumerable.Range(0, 60).Select(i =>
            $"{cations[i % 10]}{1 + i / 10 % 3}{anions[i / 10]},{(i % 4 == 1 ? "" : $"{1 + i * 7 % 23}")},"
                + (i % 3 == 0 ? "" : $"{50 + i}"));
        _folder.Write("table.csv", "formula,density,bulk-modulus\n" + string.Join('\n', rows));
        var plan = _shop.PlanFile(_folder.Write("gaps.experiment.yaml", """
            experiment: gaps
            dataset: { csv: table.csv }
            representations: [composition]
            targets: [density, bulk-modulus]
            features: []
            seeds: [1, 2, 3]
            training: { epochs: 2, start-from: { target: [density, bulk-modulus], labels: [5, all] } }
            """));
        var table = new DatasetStore(_shop.Store).Table(plan.Dataset)!;
        var (models, splits) = (new SequenceModels(plan.Dataset), new SplitStore(new(_shop.Store)));
        foreach (var job in plan.Jobs.Where(j => j.Spec.Start is not null))
        {
            var source = models.SourceOf(job.Spec);
            plan.Jobs.ShouldContain(j => j.Spec == source && j.Keeps.HasFlag(Kept.Weights));
            PartsOf(source).Train.Intersect(PartsOf(job.Spec).Test).ShouldBeEmpty();
            PartsOf(source).Validation.Intersect(PartsOf(job.Spec).Test).ShouldBeEmpty();
            // Noise lacks what the source lacks.
            if (job.Spec.Start is { } noise && noise.All(NoiseTasks.IsName)) PartsOf(source).Train.Length.ShouldBeLessThan(36);
        }

        Split PartsOf(ModelSpec spec) =>
            splits.Read(plan.SplitOf(plan.Variants[0], spec.Seed).Hash).Within(table.With(spec.Materials));
    }

    [Fact]
    public void Keys_tell_starts_rates_and_labels_apart_and_know_their_source()
    {
        var plan = _shop.Plan(s_changes);
        var (frozen, all) = (StartedKeys(plan), plan.Jobs.Select(j => j.Key).ToArray());
        all.Distinct().Count().ShouldBe(all.Length);
        var rated = StartedKeys(_shop.Plan(s_changes[0], s_changes[1], ("milestones: []", $"milestones: [], {StartFrom}"),
            ("freeze: true", "rate: 0.5")));
        rated.Intersect(frozen).ShouldBeEmpty();
        var longer = _shop.Plan([.. s_changes, ("epochs: 2", "epochs: 3")]);
        StartedKeys(longer).Intersect(frozen).ShouldBeEmpty();

        static JobKey[] StartedKeys(Plan plan) => [.. plan.Jobs.Where(j => j.Spec.Start is not null).Select(j => j.Key)];
    }

    private void Report(Plan plan) => ReportStage.Run(
        plan, _shop.Store, _folder.PathOf("out"), new(Repository.PathOf("templates"), ""), DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_plan_is_read_as_it_was_written()
    {
        var plan = _shop.Plan(s_changes);
        var read = PlanStage.Read(_shop.PathOf("out", "tiny", "plan.json"));
        read.Jobs.ShouldBe(plan.Jobs);
        read.Variants[0].Settings.Sequence!.LabelCounts.ShouldBe([10, 20, null]);
    }
}
