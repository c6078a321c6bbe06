using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>How sure predictions are, from training to the report and to <c>-t:Predict</c>.</summary>
public sealed class SurePredictions : IDisposable
{
    private const string Study = """
        experiment: sure
        dataset: { phantom: { materials: 200, seed: 7 } }
        representations: [composition]
        targets: [density, volume]
        features: [is-hubbard]
        seeds: [1, 2, 3]
        model: { convolutions: 1, atom-features: 8, hidden: 8 }
        training: { epochs: 2, batch-size: 32, milestones: [] }
        predict: { dataset: { phantom: { materials: 20, seed: 9 } } }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("split: { hold-out: 0.2 }\nanalysis: { gates: { density: 0.01 } }", 40, "held out")]
    [InlineData("split: { rotate: 3 }\nanalysis: { uncertainty: {}, gates: { density: 0.01 } }", 200, "tested")]
    public async Task Models_are_asked_about_crystals_that_they_did_not_see_and_predictions_say_how_sure_they_are(
        string asks, int crystals, string from)
    {
        var request = Request(asks);
        var plan = await Trained(request);
        var analysis = Reported(request, plan);
        var targets = analysis["uncertainty"]!["targets"]!.AsArray();
        targets.Select(t => ((int)t!["crystals"]!, (string)t["crystalsFrom"]!)).ShouldBe([(crystals, from), (crystals, from)]);
        targets.ShouldAllBe(t => Math.Abs((double)t!["atLevel"]!["coverage"]! - 0.9) < 0.15);
        analysis["entanglement"]!["checklist"]!.AsArray().Select(i => (string)i!["title"]!).ShouldContain("Risk gates");

        var work = PredictStage.Plan(request, CancellationToken.None).Work.ShouldHaveSingleItem();
        work.Models.Jobs.Select(j => j.Key).ShouldBeSubsetOf(plan.Jobs.Select(j => j.Key), "nothing is trained for it");
        var file = PredictStage.Run(work, request, told => told.ShouldBeNull(), CancellationToken.None).Files.ShouldHaveSingleItem();
        var rows = File.ReadAllLines(file).Select(l => l.Split(',')).ToArray();
        rows[0][6..].ShouldBe(["lower", "upper", "domain", "gate"]);
        rows.Length.ShouldBe(1 + 2 * 20);
        rows.Skip(1).ShouldAllBe(r => Number(r[6]) < Number(r[7]) && Number(r[8]) > 0);
        rows.Skip(1).Where(r => r[1] == "density").ShouldAllBe(r => r[9].Contains("width"), "no interval is as narrow as that");
        rows.Skip(1).Where(r => r[1] == "volume").ShouldAllBe(r => !r[9].Contains("width"));
    }

    [Fact]
    public async Task Held_out_crystals_are_predicted_as_training_would_have_and_the_models_are_the_same_without_the_question()
    {
        var request = Request("split: { hold-out: 0.2 }");
        var plan = await Trained(request);
        var (folders, variant) = (new StoreFolders(request.Store), plan.Variants[0]);
        var table = new DatasetStore(request.Store).Table(plan.Dataset)!;
        var unseen = new UnseenReader(plan, variant, folders, table, new(), told => told.ShouldBeNull()).All();
        unseen.Length.ShouldBe(2);
        var split = new SplitStore(folders).Read(plan.Splits[0].Hash);
        unseen[0].Crystals.Select(c => c.Material).ShouldBe(split.HeldOut);
        unseen[0].Crystals.ShouldAllBe(c => c.Predicted.Length == 3 && c.Distance > 0 && c.CrystalSystem != null);

        // The test part is asked in the same way, and there training has left what it predicted.
        var tested = new UnseenReader(
            plan with { Variants = [variant with { Settings = variant.Settings with { Split = new() } }], Splits = Unheld(plan) },
            variant with { Settings = variant.Settings with { Split = new() } }, folders, table, new(), told => told.ShouldBeNull()).All();
        var job = plan.Jobs.First(j => j.Spec is { IsBaseline: true, Seed: 1 } && j.Spec.Targets[0] == tested[0].Target);
        var stored = new PredictionStore(folders).Read(job.Key, told => told.ShouldBeNull())![0].Test;
        var seen = tested[0].Crystals.Where(c => c.Models.Contains(0)).ToDictionary(c => c.Material, c => (float)c.Predicted[0]);
        split.Test.Select(i => seen[i]).ShouldBe(stored);
    }

    [Fact]
    public async Task Models_that_predict_their_variance_say_how_noisy_each_crystal_is()
    {
        var request = Request("split: { hold-out: 0.2 }", "training: { loss: gaussian, ");
        var plan = await Trained(request);
        var told = Reported(request, plan)["uncertainty"]!["targets"]!.AsArray();
        told.ShouldAllBe(t => (double)t!["toldNoise"]!["rms"]! > 0 && (double)t["toldNoise"]!["crps"]! > 0);

        var work = PredictStage.Plan(request, CancellationToken.None).Work.ShouldHaveSingleItem();
        var file = PredictStage.Run(work, request, told => told.ShouldBeNull(), CancellationToken.None).Files.ShouldHaveSingleItem();
        var rows = File.ReadAllLines(file).Select(l => l.Split(',')).ToArray();
        rows[0][6..].ShouldBe(["lower", "upper", "domain", "gate", "noise"]);
        rows.Skip(1).ShouldAllBe(r => Number(r[10]) > 0);
        rows.Skip(1).Where(r => r[1] == "density").Select(r => r[10]).Distinct().Count().ShouldBeGreaterThan(10, "each its own");
    }

    [Fact]
    public void A_variance_changes_keys_where_it_is_asked_for_alone_and_is_refused_with_targets_learnt_together()
    {
        string[] KeysOf(string training) =>
            [.. PlanStage.Run(Request("", training), CancellationToken.None).Plans.Single().Jobs.Select(j => j.Key.Value)];
        var keys = KeysOf("training: { ");
        KeysOf("training: { loss: squared, ").ShouldBe(keys);
        KeysOf("training: { loss: gaussian, ").ShouldAllBe(key => !keys.Contains(key));
        var problem = Should.Throw<DiagnosticException>(
            () => PlanStage.Run(Request("together: pairs", "training: { loss: gaussian, "), CancellationToken.None))
            .Diagnostics.ShouldHaveSingleItem();
        (problem.Code, problem.Location.Line).ShouldBe((DiagnosticCodes.Conflict, 8));
        problem.Message.ShouldContain("write 'squared'");
    }

    [Fact]
    public async Task Without_the_question_predictions_have_the_columns_that_they_had()
    {
        var request = Request("");
        await Trained(request);
        var work = PredictStage.Plan(request, CancellationToken.None).Work.ShouldHaveSingleItem();
        var file = PredictStage.Run(work, request, told => told.ShouldBeNull(), CancellationToken.None).Files.ShouldHaveSingleItem();
        File.ReadLines(file).First().ShouldBe("representation,target,id,mean,spread,seeds");
    }

    // The splits of a plan, named as those of an experiment that holds nothing out: the parts stay.
    private static ImmutableArray<PlannedSplit> Unheld(Plan plan) => [.. plan.Splits.Select(s => s with { Settings = new() })];

    private WorkflowRequest Request(string asks, string training = "training: { ") => new(
        [_folder.Write("sure.experiment.yaml", Study.Replace("training: { ", training, StringComparison.Ordinal) + asks + "\n")],
        _folder.PathOf("out"), _folder.PathOf("store"),
        ImmutableDictionary<string, string>.Empty);

    private async Task<Plan> Trained(WorkflowRequest request)
    {
        var plan = PlanStage.Run(request, CancellationToken.None).Plans.ShouldHaveSingleItem();
        RunOptions options = new(new InProcessWorkers(new CpuDevice(), 4), 2, _folder.PathOf("logs"), TimeSpan.FromSeconds(1));
        await TrainStage.RunAsync([plan], request.Store, options, new Observer(), CancellationToken.None);
        return plan;
    }

    private JsonNode Reported(WorkflowRequest request, Plan plan)
    {
        var output = request.OutputOf(plan.Experiment);
        ReportStage.Run(plan, request.Store, output, new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch);
        return JsonNode.Parse(File.ReadAllText(Path.Combine(output, "analysis.json")))!;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
