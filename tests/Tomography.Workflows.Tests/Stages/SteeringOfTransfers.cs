using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>What is learnt along and starts are steered as features are: steer, build what was written, and know more.</summary>
public sealed class SteeringOfTransfers : IDisposable
{
    private static readonly (string, string) s_together = (
        "targets: [density]", "targets: [density, volume, energy]\ntogether: [[density, volume], [density, energy]]");

    private static readonly PropertyName s_density = new("density"), s_volume = new("volume");

    private readonly Workshop _shop = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _shop.Dispose();
    }

    [Fact]
    public async Task The_experiment_that_is_written_trains_the_further_models_of_the_asked_edge_and_no_others()
    {
        var plan = _shop.Plan(s_together, ("features: [volume, is-hubbard]", "features: []"));
        (await _shop.Run(plan, workers: 2)).Failures.ShouldBeEmpty();
        Report(plan)["entanglement"]!["steering"]!["edges"]!.AsArray()
            .Select(e => ((string)e!["lattice"]!, (string)e["remedy"]!)).ShouldBe(Enumerable.Repeat(("transfer", "seeds"), 4));
        Kept().ShouldBe(["", "-transfer"], "a history of features, which has no edges, and one of transfers");

        // There is room for one edge: alone, beside noise, and together.
        var (steering, next) = Steer(plan, budget: 3);
        var asked = steering.Proposals.ShouldHaveSingleItem();
        (steering.Deferred.Length, asked.Seeds.Single()).ShouldBe((3, 3));
        SteerStage.Describe(steering, next).ShouldContain(l =>
            l.StartsWith($"     3 jobs  composition {asked.Feature} learnt along -> {asked.Target}, seeds 3: 2 seeds say"));
        var second = _shop.PlanFile(next);
        var entry = second.Further.ShouldHaveSingleItem();
        (entry.Target, entry.Along, entry.Round, entry.Start).ShouldBe((asked.Target, asked.Feature, 1, PropertySet.None));
        second.Jobs.Select(j => j.Key).Except(plan.Jobs.Select(j => j.Key)).Count().ShouldBe(3);
        second.Jobs.Select(j => j.Spec).Except(plan.Jobs.Select(j => j.Spec)).ShouldBe(asked.Models, ignoreOrder: true);

        // Before it is built the edge waits; then it has a seed more, and it alone.
        Steer(second, budget: 3).Steering.Waiting.ShouldBe(1);
        (await _shop.Run(second, workers: 2)).Trained.ShouldBe(3);
        foreach (var verdict in Verdicts(second).Transfers)
        {
            var isAsked = verdict.Feature == asked.Feature && verdict.Target == asked.Target;
            (verdict.SeedsMeasured, verdict.Looks).ShouldBe(isAsked ? (3, 2) : (2, 1), $"{verdict.Feature} -> {verdict.Target}");
        }

        Report(second);
        Kept().ShouldBe(["", "-transfer"], "more seeds are the next run of the same study");
        History(second).Length.ShouldBe(2);
        var rows = File.ReadAllLines(_folder.PathOf("out", "joint.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        rows.Count(r => r[3] == "3").ShouldBe(3, "together, beside noise and alone");

        // The second round counts on, and what the first asked for stays.
        var third = _shop.PlanFile(Steer(second, budget: 3).Next);
        third.Further.Select(f => f.Round).Distinct().ShouldBe([1, 2]);
        third.Further[0].Reason.ShouldBe(entry.Reason);
    }

    [Fact]
    public async Task One_plan_asks_for_features_for_what_is_learnt_along_and_for_starts()
    {
        var plan = _shop.Plan(
            ("targets: [density]", "targets: [density, volume]\ntogether: pairs"),
            ("features: [volume, is-hubbard]", "features: [is-hubbard]\ncontrols: [shuffled]"),
            ("milestones: []", "milestones: [], start-from: { target: density, labels: [20, all] }"));
        (await _shop.Run(plan, workers: 2)).Failures.ShouldBeEmpty();
        var (steering, next) = Steer(plan, budget: 100);
        steering.Proposals.Select(p => p.Lattice).Distinct().ShouldBe(
            [LatticeKind.Features, LatticeKind.Transfers, new(EdgeKind.Start, 20), new(EdgeKind.Start)], ignoreOrder: true);
        steering.Undecided.ShouldBe(2 + 2 + 2);

        var second = _shop.PlanFile(next);
        second.Jobs.Length.ShouldBe(plan.Jobs.Length + steering.Jobs);
        second.Further.Where(f => !f.Start.IsEmpty).Select(f => (f.Start.Single, f.Labels)).ShouldBe(
            [(s_density, 20), (s_density, (int?)null)], ignoreOrder: true);
        (await _shop.Run(second, workers: 2)).Trained.ShouldBe(steering.Jobs);
        var verdicts = Verdicts(second);
        verdicts.Features.Concat(verdicts.Transfers).Concat(verdicts.Starts).ShouldAllBe(v => v.SeedsMeasured == 3 && v.Looks == 2);
        verdicts.Starts.Select(v => v.Labels).ShouldBe([20, null]);
        Report(second);
        Kept().ShouldBe(["", "-starts-20", "-starts-all", "-transfer"]);
    }

    [Fact]
    public void What_a_user_writes_is_read()
    {
        var plan = _shop.Plan(s_together, (
            "seeds: [1, 2]",
            """
            seeds: [1, 2]
            further:
              - { representation: composition, target: volume, along: density, seeds: [7] }
              - { representation: composition, target: density, along: [volume], seeds: [7, 8], round: 3 }
              - { representation: composition, target: volume, start-from: density, labels: all, seeds: [9] }
            """),
            ("milestones: []", "milestones: [], start-from: { target: density }"));
        plan.Further.Select(f => f.Along).ShouldBe([s_density, s_volume, PropertySet.None]);
        var joint = JointStudy.Results(plan, plan.Variants[0], _shop.Results, _ => { })!;
        joint.Runs.Where(r => r.Round is not null).Select(r => (r.Target, r.Partners.ToString(), r.Seed, r.Round)).ShouldBe(
            [(s_density, "volume", 7, 3), (s_density, "volume", 8, 3), (s_volume, "density", 7, -1)], ignoreOrder: true);
        SequenceStudy.Results(plan, plan.Variants[0], _shop.Results, _ => { })!.Runs.Where(r => r.Round is not null)
            .Select(r => (r.Target, r.Seed, r.Round)).ShouldBe([(s_volume, 9, -3)]);
        StudyAssembly.Collect(plan, plan.Variants[0], _shop.Results, _ => { }).Rounds.ShouldBeEmpty("none is a further seed of a feature");
        // 7 of the pair is one joint model.
        plan.Jobs.Count(j => j.Spec is { Seed: 7, IsJoint: true }).ShouldBe(3);
    }

    [Theory]
    [InlineData("TOMO1009", "target: volume, along: density, feature: energy, seeds: [7]", "are edges of two kinds")]
    [InlineData("TOMO1009", "target: volume, along: [volume, density], seeds: [7]", "'volume' is the target itself")]
    [InlineData("TOMO1009", "target: volume, labels: 50, seeds: [7]", "add 'start-from'")]
    [InlineData("TOMO1005", "target: volume, start-from: density, labels: 1, seeds: [7]", "must be from 2")]
    public void What_is_wrong_in_the_file_is_told(string code, string entry, string message)
    {
        var problem = Reading.Problem(
            "experiment: small\ndataset: { csv: a.csv }\ntargets: [volume, density, energy]\ntogether: pairs\n"
                + $"further: [{{ representation: structure, {entry} }}]\n");
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("target: volume, along: energy", "'volume' is not learnt together with energy: 'together' has no such set. It has: [")]
    [InlineData("target: volume, start-from: density, labels: 20", "No model of 'volume' starts from 'density' with 20 labels")]
    [InlineData("target: volume, start-from: energy", "No model of 'volume' starts from 'energy' with all labels")]
    public void Edges_that_the_experiment_has_not_are_told(string entry, string message) => Should
        .Throw<DiagnosticException>(() => _shop.Plan(
            s_together, ("milestones: []", "milestones: [], start-from: { target: density, labels: [10, all] }"),
            ("seeds: [1, 2]", $"seeds: [1, 2]\nfurther: [{{ representation: composition, {entry}, seeds: [7] }}]")))
        .Message.ShouldContain(message);

    private (SteeringPlan Steering, string Next) Steer(Plan plan, int budget)
    {
        var next = _shop.PathOf("next.experiment.yaml");
        return (
            SteerStage.Run(
                plan, _shop.Store, budget, next, ImmutableDictionary<string, string>.Empty, ExperimentLimits.Default,
                damage => damage.ShouldBeNull()),
            next);
    }

    private StudyVerdicts Verdicts(Plan plan) => StudyAnalyzer.AllVerdicts(
        StudyAssembly.Collect(plan, plan.Variants[0], _shop.Results, _ => { }),
        AnalysisInputs.Of(plan, plan.Variants[0], _shop.Store, damage => damage.ShouldBeNull(), Repertoire.Default));

    private ImmutableArray<ImmutableArray<EntanglementLattice>> History(Plan plan) =>
        new LatticeHistory(new(_shop.Store), Repertoire.Default).Read(
            plan, plan.Variants[0], damage => damage.ShouldBeNull(), kind: LatticeKind.Transfers);

    // The ends of the names of the histories.
    private string[] Kept() =>
    [
        .. Directory.GetFiles(new StoreFolders(_shop.Store).Lattices).Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Select(name => name["tiny-0123456789ab".Length..]).Order(StringComparer.Ordinal),
    ];

    private JsonNode Report(Plan plan)
    {
        ReportStage.Run(plan, _shop.Store, _folder.PathOf("out"), new(Repository.PathOf("templates"), ""), DateTimeOffset.UnixEpoch);
        return JsonNode.Parse(File.ReadAllText(_folder.PathOf("out", "analysis.json")))!;
    }
}
