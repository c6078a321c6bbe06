using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Models of several targets from the experiment file to their table.</summary>
public sealed class JointStudies : IDisposable
{
    private readonly Workshop _shop = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _shop.Dispose();
    }

    [Fact]
    public async Task Are_trained_and_compared_and_change_nothing_of_what_features_tell()
    {
        var alone = _shop.Plan();
        (await _shop.Run(alone)).Failures.ShouldBeEmpty();
        Write(alone, "alone");

        var plan = _shop.Plan((
            "seeds: [1, 2]",
            "seeds: [1, 2]\ntogether: [[density, volume, is-hubbard], [density, is-hubbard]]\nkeep: { test-predictions: all }"));
        (await _shop.Run(plan)).Failures.ShouldBeEmpty();
        Write(plan, "joint");

        foreach (var file in new[] { "results.csv", "lattice.graphml" })
            File.ReadAllText(_folder.PathOf("joint", file)).ShouldBe(File.ReadAllText(_folder.PathOf("alone", file)));
        var (one, other) = (Analysis("alone"), Analysis("joint"));
        one.Keys.Where(key => one[key] != other.GetValueOrDefault(key))
            .ShouldBe(
                ["entanglement", "files", "datasetKey"], "the checklist reads gradients, transfers are a file, noise is of the dataset");
        other.Keys.Except(one.Keys).ShouldBe(["transfer"]);
        File.Exists(_folder.PathOf("alone", "joint.csv")).ShouldBeFalse();

        var rows = File.ReadAllLines(_folder.PathOf("joint", "joint.csv")).Select(l => l.Split(',')).ToArray();
        rows.Length.ShouldBe(1 + (3 + 2) * 2 * 3, "three targets and two, two seeds; together, beside noise and alone");
        rows.Skip(1).Select(r => r[4]).Distinct().ShouldBe(["together", "noise", "alone"]);
        // Classes have scores of their own.
        rows.Where(r => r[2] == "is-hubbard").ShouldAllBe(r => r[9].Length > 0 && r[10].Length > 0 && r[11].Length > 0);
        rows.Skip(1).Where(r => r[2] != "is-hubbard").ShouldAllBe(r => r[9].Length == 0);

        rows = [.. File.ReadAllLines(_folder.PathOf("joint", "joint-gradients.csv")).Select(l => l.Split(','))];
        rows.Length.ShouldBe(1 + 2 * (4 * 6 + 3 * 2), "two seeds; a joint model and a control per target, all ordered pairs");
        rows.Skip(1).ShouldAllBe(r => int.Parse(r[5], Invariant) == 1 && double.Parse(r[9], Invariant) > 0);
        File.ReadLines(_folder.PathOf("joint", "joint-predictions.csv")).Count()
            .ShouldBe(1 + 2 * (4 * 3 + 3 * 2) * 24, "a fifth validates, a fifth tests");

        // Verdicts on the group and both ways of the pair, on the same test crystals, and a graph of the pair alone.
        var transfer = System.Text.Json.Nodes.JsonNode.Parse(other["transfer"])!;
        var verdicts = transfer["verdicts"]!.AsArray();
        verdicts.Count.ShouldBe(3 + 2);
        verdicts.ShouldAllBe(v => (string)v!["verdict"]! == "undecided" && (string)v["reason"]! == "few-seeds" && v["change"] != null);
        verdicts.ShouldAllBe(v => (int)v!["crystals"]! > 12 && v["againstControl"]!["change"] != null);
        transfer["comparisons"]!.AsArray().ShouldAllBe(c => (double)c!["conflictShare"]! >= 0);
        var graph = $"transfer-{plan.Representations.Single()}.graphml";
        File.ReadAllText(_folder.PathOf("joint", graph)).ShouldContain("Transfer lattice");

        // The errors per test crystal of each target, by seed.
        var table = new DatasetStore(_shop.Store).Table(plan.Dataset)!;
        var errors = new TestErrorReader(plan, plan.Variants[0], table, new(_shop.Store), what => throw new InvalidDataException(what));
        foreach (var job in plan.Jobs.Where(j => j.Spec.IsJoint))
            foreach (var target in job.Spec.Targets)
            {
                var of = errors.Of(job.Spec, target).ShouldNotBeNull();
                var score = _shop.Results.Read(job.Key, _ => { })!.Scores.Single(s => s.Target == target);
                of.Errors.Average().ShouldBe(score.TestMae, 1e-5 * Math.Max(1, score.TestMae));
            }

        // A report that needs nothing more deletes what is of an older plan.
        Write(alone, "joint");
        Directory.EnumerateFiles(_folder.PathOf("joint"), "joint*").ShouldBeEmpty();
        File.Exists(_folder.PathOf("joint", graph)).ShouldBeFalse();

        Dictionary<string, string> Analysis(string folder) =>
            System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(_folder.PathOf(folder, "analysis.json")))!.AsObject()
                .ToDictionary(part => part.Key, part => part.Value?.ToJsonString() ?? "");
    }

    [Fact]
    public async Task A_target_is_learnt_from_the_materials_that_have_it()
    {
        // Every third material lacks its bulk modulus; noise in its place lacks the same.
        var rows = SmallTable(60);
        _folder.Write("table.csv", "formula,density,bulk-modulus\n" + string.Join('\n', rows));
        var file = _folder.Write("gaps.experiment.yaml", """
            experiment: gaps
            dataset: { csv: table.csv }
            representations: [composition]
            targets: [density]
            features: []
            seeds: [1]
            together: [[density, bulk-modulus]]
            model: { convolutions: 1, atom-features: 4, hidden: 4 }
            training: { epochs: 2, batch-size: 16, milestones: [] }
            """);
        var plan = _shop.PlanFile(file);
        (await _shop.Run(plan)).Failures.ShouldBeEmpty();

        var joint = Result("bulk-modulus+density");
        var alone = Result("bulk-modulus");
        (joint.Materials, alone.Materials).ShouldBe((60, 40));
        joint.Scores[0].ConstantMae.ShouldBe(alone.Scores[0].ConstantMae, "the same materials train and test");
        var store = new PredictionStore(new(_shop.Store));
        store.Read(joint.Key, _ => { })![0].Test.Length.ShouldBe(store.Read(alone.Key, _ => { })![0].Test.Length);
        store.Read(joint.Key, _ => { })![1].Test.Length.ShouldBeGreaterThan(store.Read(joint.Key, _ => { })![0].Test.Length);
        var noise = plan.Jobs.Single(j => j.Spec.IsJoint && j.Spec.Targets.Contains(new("density")) && j.Key != joint.Key);
        _shop.Results.Read(noise.Key, _ => { })!.Materials.ShouldBe(60);
        var control = plan.Dataset.Column(noise.Spec.Targets.First(NoiseTasks.IsName))!;
        control.GapsHash.ShouldBe(plan.Dataset.Column(new("bulk-modulus"))!.GapsHash);

        JobResult Result(string targets) =>
            _shop.Results.Read(plan.Jobs.Single(j => j.Spec.Targets.ToString() == targets).Key, _ => { }).ShouldNotBeNull();
    }

    [Fact]
    public void A_property_of_more_than_two_classes_is_refused_where_it_is_named()
    {
        string[] words = ["soft", "hard", "brittle"];
        _folder.Write("table.csv", "formula,density,kind\n" + string.Join('\n', SmallTable(60).Select((r, i) =>
            $"{string.Join(',', r.Split(',')[..2])},{words[i % 3]}")));
        var file = _folder.Write("kinds.experiment.yaml", """
            experiment: kinds
            dataset: { csv: table.csv }
            representations: [composition]
            targets: [density]
            features: []
            together: [[density, kind]]
            """);
        var problem = Should.Throw<DiagnosticException>(() => _shop.PlanFile(file)).Diagnostics
            .First(d => d.Severity == DiagnosticSeverity.Error);
        (problem.Code, problem.Location.Line, problem.Location.Column).ShouldBe((DiagnosticCodes.TargetNotNumeric, 6, 12));
        problem.Message.ShouldContain("'kind' has 3 classes");
    }

    private static string[] SmallTable(int count)
    {
        string[] cations = ["Li", "Na", "K", "Mg", "Ca", "Sr", "Ba", "Al", "Ti", "Fe"], anions = ["O", "S", "F", "Cl", "Br", "N"];
        return [.. Enumerable.Range(0, count).Select(i =>
            $"{cations[i % 10]}{1 + i / 10 % 3}{anions[i / 10]},{(1.5 + 0.1 * (i * 7 % 23)).ToString("0.0", Invariant)},"
                + (i % 3 == 0 ? "" : $"{50 + i * 13 % 37}"))];
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private void Write(Plan plan, string folder) => ReportStage.Run(
        plan, _shop.Store, _folder.PathOf(folder), new(Repository.PathOf("templates"), ""), DateTimeOffset.UnixEpoch);
}
