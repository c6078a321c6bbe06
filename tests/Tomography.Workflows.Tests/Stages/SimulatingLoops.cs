using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>A simulated loop, from its first round to the report.</summary>
public sealed class SimulatingLoops : IDisposable
{
    private const string Study = """
        experiment: loop
        dataset: { phantom: { materials: 80, seed: 7 } }
        representations: [composition]
        targets: [density, volume]
        features: [volume]
        seeds: [1]
        model: { convolutions: 1, atom-features: 8, hidden: 8 }
        training: { epochs: 2, batch-size: 16, milestones: [] }
        simulate:
          goals: [{ property: density, minimise: true }]
          policies: [random, greedy, ucb, entangled]
          start: 20
          batch: 4
          rounds: 2
          repeats: 2
          models: 2

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rounds_train_on_what_is_measured_and_a_loop_goes_on_from_the_store()
    {
        var request = Request(Study);
        var work = SimulateStage.Plan(request, CancellationToken.None).Work.ShouldHaveSingleItem();
        var rounds = new List<int>();

        // Stopped before its second round, as by a kill.
        Run(plans => rounds.Count < 1 && Train(plans, rounds), work, request).ShouldBeEmpty();
        rounds.ShouldBe([2 * 2 * 2]); // all policies share the models of the first round: repeats, models, with and without the feature
        var lines = Run(plans => Train(plans, rounds), work, request);

        rounds.Count.ShouldBe(4);
        rounds[1].ShouldBe(0, "the first round is there");
        rounds.Skip(2).ShouldAllBe(n => n > 8 && n <= 4 * 8);
        lines.ShouldContain(l => l.Contains("Entanglement-guided choice"));
        var rows = CsvText.Rows(await File.ReadAllTextAsync(Path.Combine(request.OutputOf("loop"), "simulate.csv")));
        rows.Length.ShouldBe(1 + 4 * 2 * 8);
        rows[0].ShouldBe("policy,repeat,round,experiment,id,formula,density,reached,top-1,random-reached".Split(','));
        rows.Skip(1).GroupBy(r => (r[0], r[1])).ShouldAllBe(run => run.Select(r => r[4]).Distinct().Count() == 8);

        // Again, and to the report, without any training.
        Run(plans => Train(plans, rounds), work, request).ShouldBe(lines);
        rounds.Skip(4).ShouldAllBe(n => n == 0);
        var loop = Reported(request, work.Study)["loop"]!;
        loop["policies"]!.AsArray().Select(p => (string)p!["name"]!).ShouldBe(["random", "greedy", "ucb", "entangled"]);
        ((double)loop["policies"]![0]!["drift"]!["mean"]!).ShouldBeInRange(0, 1);

        // What the loop needs is no waste.
        var kept = SimulateStage.Rounds([work.Study], request);
        PruneStage.Find([work.Study, .. kept], request.Store, DateTimeOffset.UtcNow).ShouldBeEmpty();
        PruneStage.Find([work.Study], request.Store, DateTimeOffset.UtcNow).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_study_itself_has_the_keys_that_it_has_without_a_loop()
    {
        var with = PlanStage.Run(Request(Study), CancellationToken.None).Plans[0];
        var without = PlanStage.Run(Request(Study[..Study.IndexOf("simulate", StringComparison.Ordinal)]), CancellationToken.None).Plans[0];
        with.Jobs.ShouldBe(without.Jobs);
    }

    [Theory]
    [InlineData("rounds: 2", "rounds: 20", "TOMO2047", "80 materials have all properties of goals and features, and 101 are needed")]
    [InlineData("minimise: true", "minimise: true, below: 0.001", "TOMO2047", "None of the 80 materials keeps all bounds")]
    [InlineData("seeds: [1]", "seeds: [1]\nmatrix: { training.epochs: [1, 2] }", "TOMO1009", "with a matrix cannot be simulated")]
    public void What_cannot_be_simulated_is_told(string from, string to, string code, string told)
    {
        var request = Request(Study.Replace(from, to, StringComparison.Ordinal));
        var work = SimulateStage.Plan(request, CancellationToken.None).Work[0];
        var problem = Should.Throw<DiagnosticException>(() => Run(_ => false, work, request)).Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(told);
    }

    private static ImmutableArray<string> Run(Func<ImmutableArray<Plan>, bool> train, PredictWork work, WorkflowRequest request) =>
        SimulateStage.Run(work, request, train, told => told.ShouldBeNull(), CancellationToken.None);

    private bool Train(ImmutableArray<Plan> plans, List<int> rounds)
    {
        var store = _folder.PathOf("store");
        var results = new ResultStore(store);
        rounds.Add(plans.SelectMany(p => p.Jobs).Count(j => !results.Contains(j.Key)));
        RunOptions options = new(new InProcessWorkers(new CpuDevice(), 4), 2, _folder.PathOf("logs"), TimeSpan.FromSeconds(1));
        var summary = TrainStage.RunAsync(plans, store, options, new Observer(), CancellationToken.None).GetAwaiter().GetResult();
        return summary.Failures.IsEmpty;
    }

    private static JsonNode Reported(WorkflowRequest request, Plan plan)
    {
        var output = request.OutputOf(plan.Experiment);
        ReportStage.Run(
            plan, request.Store, output, new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch,
            beside: ReportBeside.Of(plan, request, CancellationToken.None));
        return JsonNode.Parse(File.ReadAllText(Path.Combine(output, "analysis.json")))!;
    }

    private WorkflowRequest Request(string study) => new(
        [_folder.Write("loop.experiment.yaml", study)], _folder.PathOf("out"), _folder.PathOf("store"),
        ImmutableDictionary<string, string>.Empty);
}
