using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Tomography.Analysis;

namespace Tomography.Workflows.Tests;

/// <summary>Groups of targets from pairs to trained groups, by way of steering.</summary>
public sealed class GroupsOfTargets : IDisposable
{
    private readonly Workshop _shop = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _shop.Dispose();
    }

    [Fact]
    public async Task Are_chosen_from_pairs_trained_by_the_experiment_that_steering_writes_and_measured()
    {
        var plan = Study("[1, 2, 3]");
        (await _shop.Run(plan, workers: 2)).Failures.ShouldBeEmpty();
        Groups(plan)[0]!["groupings"]!.AsArray().Select(g => ((string)g!["kind"]!, g["measured"] == null))
            .ShouldBe([("best by pairs", true), ("all together", true), ("each alone", false)]);

        var next = _shop.PathOf("next.experiment.yaml");
        var steering = Steer(plan, next, budget: 11);
        File.Exists(next).ShouldBeFalse("three seeds of a model of three and three beside noise are twelve");
        SteerStage.Describe(steering, next).ShouldContain(l => l.Contains("do not fit the budget"));
        steering = Steer(plan, next, budget: 100);
        SteerStage.Describe(steering, next).ShouldContain(l => l.Contains("[density, energy, volume]; at most 12 jobs"));
        File.ReadAllText(next).ShouldContain("groups: { budget: 1, chosen: [[density, energy, volume]] }\n");

        // By two seeds every edge asks for more, features and transfers alike; they get what the groups leave.
        var few = Study("[1, 2]");
        var ofFew = Steer(few, next, budget: 8);
        (ofFew.GroupsFit, ofFew.Jobs, ofFew.Deferred.IsEmpty).ShouldBe((true, 0, false));
        SteerStage.Describe(ofFew, next).ShouldContain(l =>
            l.Contains($"  {ofFew.Deferred.Length} do not fit the 0 that groups leave of the budget of 8 jobs;"));
        ofFew = Steer(few, next, budget: 20);
        (ofFew.GroupsFit, ofFew.Jobs).ShouldBe((true, 12));
        SteerStage.Describe(ofFew, next).ShouldContain(l => l.StartsWith("  20 jobs of 20: "));
        ofFew.Proposals.Select(p => p.Lattice).ShouldBeSubsetOf([LatticeKind.Features, LatticeKind.Transfers]);
        _shop.PlanFile(next).Jobs.Length.ShouldBe(few.Jobs.Length + 8 + 12);
        Steer(Study("[1, 2, 3]"), next, budget: 100);

        var second = _shop.PlanFile(next);
        second.Jobs.Length.ShouldBe(plan.Jobs.Length + 12);
        plan.Jobs.Select(j => j.Key).Except(second.Jobs.Select(j => j.Key)).ShouldBeEmpty("what is trained is not trained again");
        (await _shop.Run(second, workers: 2)).Trained.ShouldBe(12);
        var groupings = Groups(second)[0]!["groupings"]!.AsArray();
        groupings.ShouldAllBe(g => g!["measured"]!["low"] != null);
        // One model is one model.
        groupings[0]!["measured"]!.ToJsonString().ShouldBe(groupings[1]!["measured"]!.ToJsonString());
        var rows = File.ReadAllLines(_folder.PathOf("out", "groups.csv")).Select(l => l.Split(',')).ToArray();
        rows.Length.ShouldBe(1 + 3 * (3 + 1));
        rows.Skip(1).ShouldAllBe(r => r.Length == 11 && r[8].Length > 0);
        Steer(second, next, budget: 100).Groups.ShouldBeEmpty("all is trained");

        // A study with features has groups like any other.
        Plan Study(string seeds) => _shop.Plan(
            ("targets: [density]", "targets: [density, volume, energy]\ntogether: pairs\ngroups:\n  budget: 1"),
            ("features: [volume, is-hubbard]", "features: [is-hubbard]"), ("[1, 2]", seeds));
    }

    [Theory]
    [InlineData("TOMO1009", "together: all", "{ budget: 2 }", "write 'together: pairs'")]
    [InlineData("TOMO1009", "together: [[volume, density], [volume, band-gap]]", "{ budget: 2 }",
        "'band-gap' and 'density' are not learnt together: add [band-gap, density] to 'together'")]
    [InlineData("TOMO1002", "together: pairs", "{ chosen: [[volume, density]] }", "'groups.budget' is missing")]
    [InlineData("TOMO1005", "together: pairs", "{ budget: 0 }", "must be from 1 to 12")]
    [InlineData("TOMO1006", "together: pairs", "{ budget: 2, chosen: [[volume, energy]] }",
        "'energy' is in no pair that is learnt together")]
    public void What_is_wrong_is_told(string code, string together, string groups, string message)
    {
        var problem = Reading.Problem(
            $"experiment: small\ndataset: {{ csv: a.csv }}\ntargets: [volume, density, band-gap]\n{together}\ngroups: {groups}\n");
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(message);
        problem.Location.Line.ShouldBe(5);
    }

    private SteeringPlan Steer(Plan plan, string next, int budget) => SteerStage.Run(
        plan, _shop.Store, budget, next, ImmutableDictionary<string, string>.Empty, ExperimentLimits.Default, _ => { });

    private JsonArray Groups(Plan plan)
    {
        ReportStage.Run(plan, _shop.Store, _folder.PathOf("out"), new(Repository.PathOf("templates"), ""), DateTimeOffset.UnixEpoch);
        return JsonNode.Parse(File.ReadAllText(_folder.PathOf("out", "analysis.json")))!["transfer"]!["groups"]!.AsArray();
    }
}
