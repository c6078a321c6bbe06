using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>A choice among candidates, from training to <c>-t:Choose</c> and the report.</summary>
public sealed class ChoosingCandidates : IDisposable
{
    private const string Study = """
        experiment: designs
        dataset: { phantom: { materials: 120, seed: 7 } }
        representations: [composition]
        targets: [density, volume]
        features: [density, volume]
        seeds: [1, 2, 3]
        model: { convolutions: 1, atom-features: 8, hidden: 8 }
        training: { epochs: 3, batch-size: 32, milestones: [] }
        keep: { weights: none }
        candidates:
          dataset: DATASET
          goals: [{ property: density, minimise: true }, { property: volume, minimise: true, below: 500 }]
          batch: 4

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Candidates_are_chosen_with_reasons_and_those_of_the_dataset_are_told()
    {
        // Half of these are the first materials of the dataset; the others have ids of it, and are other crystals.
        var request = Request("{ phantom: { materials: 60, seed: 9 } }");
        var work = ChooseStage.Plan(request, CancellationToken.None).Work.ShouldHaveSingleItem();
        work.Models.Jobs.ShouldAllBe(j => j.Spec.IsBaseline && j.Keeps.HasFlag(Kept.Weights));
        await Train(work.Models, request);

        var (lines, warnings) = ChooseStage.Run(work, request, 6, told => told.ShouldBeNull(), CancellationToken.None);

        warnings.ShouldAllBe(w => w.Code == DiagnosticCodes.UnseenElements || w.Code == DiagnosticCodes.KnownCandidates);
        var rows = Rows(request, "candidates.csv");
        rows.Length.ShouldBe(61);
        rows[0].ShouldBe(
            ("id,formula,density,density-spread,density-deviation,density-lower,density-upper,volume,volume-spread,volume-deviation,"
                + "volume-lower,volume-upper,chance,improvement,improving,score,layer,domain,gate,known-as,chosen").Split(','));
        rows.Skip(1).ShouldAllBe(r => Number(r[4]) >= Number(r[3]) && Number(r[12]) >= 0 && Number(r[12]) <= 1 && Number(r[13]) >= 0);
        var chosen = Rows(request, "chosen.csv");
        chosen.Length.ShouldBe(7);
        chosen[1][^1].ShouldContain("density ");
        lines[0].ShouldContain("6 of 60 candidates for minimise density; minimise volume, below 500");

        // Without the models with features the report has the section, and the batch that the experiment asks for.
        var json = Reported(request, work.Study);
        json["choice"]!["chosen"]!.AsArray().Count.ShouldBe(4);
        json["choice"]!["chosen"]!.AsArray().Select(c => (string)c!["candidate"]!["id"]!)
            .ShouldBe(chosen.Skip(1).Take(4).Select(r => r[1]));
    }

    [Fact]
    public async Task Crystals_of_the_dataset_are_known_under_whatever_name()
    {
        var request = Request("{ phantom: { materials: 120, seed: 7 } }");
        var work = ChooseStage.Plan(request, CancellationToken.None).Work.ShouldHaveSingleItem();
        await Train(work.Models, request);

        var warnings = ChooseStage.Run(work, request, null, told => told.ShouldBeNull(), CancellationToken.None).Warnings;

        warnings.Select(w => w.Code).ShouldBe([DiagnosticCodes.KnownCandidates, DiagnosticCodes.NothingToChoose]);
        warnings[0].Message.ShouldStartWith("120 of 120 candidates are materials of the dataset, and are not chosen: phantom-000000,");
        warnings[0].Location.Line.ShouldBe(11);
        Rows(request, "chosen.csv").Length.ShouldBe(1);
    }

    [Fact]
    public void Renamed_crystals_of_the_dataset_are_found_by_their_structure()
    {
        var request = Request("{ phantom: { materials: 20, seed: 9 } }");
        var plan = PlanStage.Run(request, CancellationToken.None).Plans.ShouldHaveSingleItem();
        var experiment = PlanStage.ReadExperiments(request)[0];
        var table = new DatasetStore(request.Store).Table(plan.Dataset)!;
        var dataset = DatasetLoader.Load(experiment, request.Limits, request.Repertoire).Dataset;
        var renamed = dataset with { Materials = [.. dataset.Materials.Take(5).Select(m => m with { Id = $"new-{m.Id}" })] };

        var same = KnownCandidates.Of(experiment, table, renamed, request.Limits, request.Repertoire);

        same.ShouldAllBe(s => s != null);
        same[3].ShouldBe(dataset.Materials[3].Id);
    }

    [Fact]
    public void An_experiment_without_candidates_says_what_to_add()
    {
        var request = Request("{ phantom: {} }") with
        {
            Experiments = [_folder.Write("none.experiment.yaml", Study[..Study.IndexOf("candidates", StringComparison.Ordinal)])],
        };
        var problem = Should.Throw<DiagnosticException>(() => ChooseStage.Plan(request, CancellationToken.None)).Diagnostics
            .ShouldHaveSingleItem();
        problem.Code.ShouldBe(DiagnosticCodes.MissingKey);
        problem.Message.ShouldContain("candidates: { dataset: { folder: candidates }, goals:");
    }

    [Fact]
    public void Candidates_that_are_not_there_are_told_before_anything_is_trained()
    {
        var request = Request("{ csv: nowhere.csv }");
        var problem = Should.Throw<DiagnosticException>(() => ChooseStage.Plan(request, CancellationToken.None)).Diagnostics
            .ShouldHaveSingleItem();
        (problem.Code, problem.KeyPath, problem.Location.Line).ShouldBe((DiagnosticCodes.DatasetNotFound, "candidates.dataset.csv", 11));
    }

    private WorkflowRequest Request(string dataset) => new(
        [_folder.Write("designs.experiment.yaml", Study.Replace("DATASET", dataset, StringComparison.Ordinal))], _folder.PathOf("out"),
        _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty);

    private Task Train(Plan plan, WorkflowRequest request)
    {
        RunOptions options = new(new InProcessWorkers(new CpuDevice(), 4), 2, _folder.PathOf("logs"), TimeSpan.FromSeconds(1));
        return TrainStage.RunAsync([plan], request.Store, options, new Observer(), CancellationToken.None);
    }

    private static JsonNode Reported(WorkflowRequest request, Plan plan)
    {
        var output = request.OutputOf(plan.Experiment);
        ReportStage.Run(
            plan, request.Store, output, new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch,
            beside: ReportBeside.Of(plan, request, CancellationToken.None));
        return JsonNode.Parse(File.ReadAllText(Path.Combine(output, "analysis.json")))!;
    }

    private static string[][] Rows(WorkflowRequest request, string file) =>
        [.. CsvText.Rows(File.ReadAllText(Path.Combine(request.OutputOf("designs"), file)))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
