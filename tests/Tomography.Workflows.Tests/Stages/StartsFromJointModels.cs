using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>A joint model as what others start from: its shared trunk, beside a start from as many targets of noise.</summary>
public sealed class StartsFromJointModels : IDisposable
{
    private static readonly PropertySet s_pair = new([new("density"), new("volume")]),
        s_noise = new([new("noise-task-1"), new("noise-task-2")]);

    private readonly Workshop _shop = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _shop.Dispose();
    }

    [Fact]
    public async Task Take_over_its_trunk_and_are_judged_against_a_start_from_joint_noise()
    {
        var plan = Study("all");
        (await _shop.Run(plan, workers: 2)).Failures.ShouldBeEmpty();
        plan.Jobs.Where(j => j.Spec.Start is not null).Select(j => (j.Spec.Targets.ToString(), j.Spec.Start!.Value)).Distinct()
            .ShouldBe([("energy", s_pair), ("energy", s_noise)], "what the source has learnt does not start from it");

        var weights = new WeightStore(new(_shop.Store));
        foreach (var job in plan.Jobs.Where(j => j.Spec.Start is not null))
        {
            var source = plan.Jobs.Single(j => j.Spec == new SequenceModels(plan.Dataset).SourceOf(job.Spec));
            new JobFingerprints(plan).Of(job).Parts.ShouldContain(new FingerprintPart("start", source.Key.Value));
            var epochs = _shop.Results.Read(source.Key, _ => { })!.Scores.Select(s => s.BestEpoch).ToList();
            var own = weights.Read(job.Key, _ => { })!;
            var before = weights.Read(source.Key, _ => { }, epochs.IndexOf(epochs.Max()))!;
            own.Running.ShouldBe(before.Running, job.Title);
            own.Parameters.Zip(before.Parameters).TakeWhile(p => p.First == p.Second).Count()
                .ShouldBeGreaterThan(own.Parameters.Length / 2, job.Title);
        }

        ReportStage.Run(plan, _shop.Store, _folder.PathOf("out"), new(Repository.PathOf("templates"), ""), DateTimeOffset.UnixEpoch);
        var sequence = JsonNode.Parse(File.ReadAllText(_folder.PathOf("out", "analysis.json")))!["sequence"]!;
        sequence["points"]!.AsArray().Select(p => ((string)p!["source"]!, (int?)p["labels"], p["verdict"]!["againstControl"] != null))
            .ShouldBe([("density + volume", 10, true), ("density + volume", null, true)]);
        sequence["lattices"]!.AsArray().ShouldBeEmpty("such a start begins at no single property");
        Directory.GetFiles(_folder.PathOf("out"), "starts-*").ShouldBeEmpty();
        File.ReadAllText(_folder.PathOf("out", "report.html")).ShouldContain("density + volume");
        File.ReadAllLines(_folder.PathOf("out", "sequence.csv"))[1].ShouldStartWith("composition,density+volume,energy,10,1,started,");
        File.ReadAllText(_folder.PathOf("out", "joint-gradients.csv")).ShouldNotContain("noise-task-1+noise-task-2");
        var rows = File.ReadAllText(_folder.PathOf("out", "joint-predictions.csv"));
        rows.ShouldContain(",density+volume,");
        rows.ShouldNotContain("noise-task-1+noise-task-2");

        // The weights of sources are kept for what starts from them; whoever predicts asks for more.
        PredictingModels.JointOf(plan).ShouldNotBeEmpty();
        PredictingModels.JointOf(Study("none")).ShouldBeEmpty();
        Study("all");

        var next = _shop.PathOf("next.experiment.yaml");
        var steering = SteerStage.Run(
            plan, _shop.Store, 100, next, ImmutableDictionary<string, string>.Empty, ExperimentLimits.Default,
            damage => damage.ShouldBeNull());
        var second = _shop.PlanFile(next);
        second.Further.Where(f => !f.Start.IsEmpty).Select(f => (f.Start, f.Labels))
            .ShouldBe([(s_pair, 10), (s_pair, null)], ignoreOrder: true);
        second.Jobs.Length.ShouldBe(plan.Jobs.Length + steering.Jobs);
        (await _shop.Run(second, workers: 2)).Trained.ShouldBe(steering.Jobs);
        SequenceStudy.Results(second, second.Variants[0], _shop.Results, _ => { })!.Runs.Count(r => r.Started is not null)
            .ShouldBe(2 * 3, "two numbers of labels, three seeds");
    }

    [Fact]
    public void A_source_with_gaps_has_noise_with_the_same_gaps()
    {
        var models = new SequenceModels(Plans.Dataset with
        {
            Columns =
            [
                .. Plans.Dataset.Columns.Select(c =>
                    c.Property.Name.Value == "energy" ? c with { Missing = 9, GapsHash = "0123456789" } : c),
            ],
        });
        models.NoiseOf(new PropertySet([new("density"), new("energy")])).ToString().ShouldBe("noise-task-1+noise-task-2-01234567");
        models.NoiseOf(new PropertyName("density")).ToString().ShouldBe("noise-task-1");
    }

    [Theory]
    [InlineData("[[density, volume], [volume, energy]]", 2)]
    [InlineData("[density, volume]", 1)]
    public void Sets_are_read_one_by_one_or_as_a_list(string together, int sets) =>
        Reading.Valid(Text($"start-from: {{ together: {together} }}")).Variants[0].Settings.Sequence!.Together.Length.ShouldBe(sets);

    [Theory]
    [InlineData("TOMO1004", "start-from: { together: density }", "must be a list of two properties or more")]
    [InlineData("TOMO1004", "start-from: { together: [density] }", "must be a list of two properties or more")]
    [InlineData("TOMO1006", "start-from: { together: [density, band-gap] }", "No model learns band-gap and density together")]
    [InlineData("TOMO1009", "start-from: { together: [density, volume], to: density }", "'density' would start from itself")]
    [InlineData("TOMO1009", "start-from: { target: energy, together: [density, volume], to: density }",
        "Nothing would start from [density, volume]")]
    [InlineData("TOMO1009", "start-from: { together: [density, volume] }, joint: { sharing: soft }", "do not share all of them")]
    [InlineData("TOMO1009", "start-from: { together: [density, volume] }, joint: { shared-convolutions: 1 }", "do not share all of them")]
    [InlineData("TOMO1002", "start-from: { labels: 50 }", "or name a set of 'together'")]
    public void What_is_wrong_is_told(string code, string training, string message)
    {
        var problem = Reading.Problem(Text(training));
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(message);
    }

    private static string Text(string training) =>
        "experiment: small\ndataset: { csv: a.csv }\ntargets: [volume, density, energy]\ntogether: [[density, volume], [volume, energy]]\n"
            + $"model: {{ convolutions: 2 }}\ntraining: {{ {training} }}\n";

    private Plan Study(string weights) => _shop.Plan(
        ("targets: [density]", "targets: [density, volume, energy]\ntogether: [[density, volume]]"),
        ("features: [volume, is-hubbard]", $"features: []\nkeep: {{ weights: {weights}, test-predictions: all }}"),
        ("milestones: []", "milestones: [], start-from: { together: [density, volume], labels: [10, all], freeze: true }"));
}
