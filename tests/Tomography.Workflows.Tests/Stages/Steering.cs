using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Reports;

namespace Tomography.Workflows.Tests;

/// <summary>A loop of Steer and build asks for more seeds where they are needed, and comes to rest.</summary>
[Collection(nameof(ProcessTests))]
public sealed class Steering : IDisposable
{
    private static readonly TemplateFolders s_templates = new(Repository.PathOf("templates"));

    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_loop_of_steer_and_build_converges_on_the_phantom_to_what_is_true_of_it()
    {
        // In the composition representation the number of sites follows from the formula's cell, and noise tells nothing; in the structure
        // representation a mean over sites cannot know the size of the cell, so number-of-sites informs volume.
        var plan = _shop.Plan(
            ("materials: 60", "materials: 200"),
            ("[composition]", "[structure]"),
            ("targets: [density]", "targets: [volume]"),
            ("[volume, is-hubbard]", "[number-of-sites]\ncontrols: [noise]"),
            ("epochs: 2", "epochs: 12"),
            ("atom-features: 4", "atom-features: 8"),
            ("hidden: 4 }", "hidden: 8 }\nanalysis: { most-seeds: 6 }"));
        var rounds = 0;
        SteeringPlan steering;
        do
        {
            (await _shop.Run(plan, workers: 2)).Failures.ShouldBeEmpty();
            var next = _shop.PathOf("next.experiment.yaml");
            var before = plan;
            steering = SteerStage.Run(
                plan,
                _shop.Store,
                8,
                next,
                ImmutableDictionary<string, string>.Empty,
                ExperimentLimits.Default,
                damage => damage.ShouldBeNull());
            steering.Jobs.ShouldBeLessThanOrEqualTo(8);
            plan = _shop.PlanFile(next);
            plan.Further.ShouldAllBe(further => further.Round != null);
            plan.Jobs.Length.ShouldBe(
                before.Jobs.Length + steering.Jobs,
                "the next experiment has the jobs of this one and those that Steer asks for");
            (++rounds).ShouldBeLessThan(10);
        }
        while (!steering.IsConverged);

        var study = StudyAssembly.Collect(plan, plan.Variants[0], _shop.Results, _ => { });
        var lattice = StudyAnalyzer.Analyze(study).Entanglement.Representations.ShouldHaveSingleItem().Lattice;
        var edge = lattice.Edges.ShouldHaveSingleItem();
        edge.Seeds.Length.ShouldBeGreaterThanOrEqualTo(3, "two seeds decide nothing");
        edge.Change.ShouldBeLessThan(0, $"number-of-sites tells the volume of the cell: {edge}");
        study.Scores.Where(score => score.Model.Features == ControlFeatures.Noise).Select(score => score.Model.Seed).Distinct()
            .ShouldBe(edge.Seeds.Select(seed => seed.Seed), "a claim needs the control of the same seed, too");
    }

    [Fact]
    public async Task Settled_couplings_get_no_seeds_and_undecided_ones_come_with_a_reason()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        var next = _shop.PathOf("next.experiment.yaml");
        var steering = SteerStage.Run(
            plan,
            _shop.Store,
            3,
            next,
            ImmutableDictionary<string, string>.Empty,
            ExperimentLimits.Default,
            damage => damage.ShouldBeNull());
        (steering.Undecided + steering.Settled).ShouldBe(2);
        steering.Proposals.ShouldAllBe(p => p.Reason.Length > 10);
        var continued = _shop.PlanFile(next);
        continued.Jobs.Take(plan.Jobs.Length).Select(j => j.Key).ShouldBe(plan.Jobs.Select(j => j.Key), "what was there stays");
        continued.Further.Select(f => f.Reason).ShouldBe(steering.Proposals.Select(p => p.Reason));
        continued.Further.ShouldAllBe(f => f.Round == 1);
        // And once more from the continued file, before anything is built: its models are waited for, not asked for again.
        if (!steering.Proposals.IsEmpty)
            SteerStage
                .Run(continued, _shop.Store, 3, next, ImmutableDictionary<string, string>.Empty, ExperimentLimits.Default, _ => { })
                .Waiting.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_study_knows_the_rounds_and_counts_what_it_does_not_know_as_rounds_of_their_own()
    {
        var plan = _shop.Plan((
            "seeds: [1, 2]",
            """
            seeds: [1, 2]
            further:
              - { representation: composition, target: density, feature: volume, seeds: [7, 8], round: 2 }
              - { representation: composition, target: density, feature: volume, seeds: [9] }
              - { representation: composition, target: density, feature: volume, seeds: [10] }
            """));
        var rounds = StudyAssembly.Collect(plan, plan.Variants[0], _shop.Results, _ => { }).Rounds;
        int Of(int seed) => rounds.Single(r => r.Key.Features == new PropertyName("volume") && r.Key.Seed == seed).Value;
        (Of(7), Of(8)).ShouldBe((2, 2));
        new[] { Of(7), Of(9), Of(10) }.ShouldBeUnique();
        rounds.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Baselines_leave_their_latent_vectors_and_a_report_measures_them()
    {
        var plan = _shop.Plan(
            ("targets: [density]", "targets: [density, volume]"),
            ("[volume, is-hubbard]", "[is-hubbard]\ncontrols: [noise, shuffled, self]"));
        (await _shop.Run(plan)).Trained.ShouldBe(2 * 2 * 6);
        var options = AnalysisInputs.Of(plan, plan.Variants[0], _shop.Store, damage => damage.ShouldBeNull(), Repertoire.Default);
        options.Latents.Length.ShouldBe(2, "one per seed");
        options.Latents.ShouldAllBe(l =>
            l.Properties.Length == 2 && l.Properties[0].Latents.Crystals == 12 && l.Properties[0].Latents.Dimensions == 4);
        options.Columns.Select(c => c.Property.Name.Value).ShouldBe(["density", "volume", "is-hubbard"]);
        var study = StudyAssembly.Collect(plan, plan.Variants[0], _shop.Results, _ => { });
        study.Controls.Select(c => c.Value).ShouldBe(["noise", "shuffled", "shuffled-is-hubbard", "self"]);
        study.ControlOf(new PropertyName("is-hubbard")).ShouldBe(new PropertyName("shuffled-is-hubbard"));
        var analysis = StudyAnalyzer.Analyze(study, options);
        analysis.Information.ShouldNotBeNull();
        analysis.PositiveControls.Select(c => (c.Target.Value, c.Seeds)).ShouldBe([("density", 2), ("volume", 2)]);
        analysis
            .Entanglement.Representations[0]
            .Lattice.Nodes.Select(n => n.Value)
            .ShouldBe(["is-hubbard", "density", "volume"], "controls are no nodes");
    }

    [Fact]
    public async Task A_report_on_the_first_seeds_again_is_no_new_run()
    {
        var (plan, more) = (_shop.Plan(), _shop.Plan(("[1, 2]", "[1, 2, 3]")));
        await _shop.Run(more);
        var history = new LatticeHistory(new(_shop.Store), Repertoire.Default);
        foreach (var reported in new[] { plan, more, plan })
            ReportStage.Run(reported, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch);
        var runs = history.Read(plan, plan.Variants[0], damage => damage.ShouldBeNull());
        runs.Length.ShouldBe(2, "one per set of seeds");
        history.Read(plan, plan.Variants[0], damage => damage.ShouldBeNull(), runs[0]).ShouldBeEmpty("it is the first");
        history.Read(plan, plan.Variants[0], damage => damage.ShouldBeNull(), runs[1]).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_budget_for_nothing_leaves_what_a_larger_one_wrote()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        var next = _shop.PathOf("next.experiment.yaml");
        SteeringPlan Steer(int budget) =>
            SteerStage.Run(plan, _shop.Store, budget, next, ImmutableDictionary<string, string>.Empty, ExperimentLimits.Default, _ => { });
        Steer(8).Proposals.ShouldNotBeEmpty();
        var written = File.ReadAllText(next);
        var nothing = Steer(0);
        nothing.Deferred.ShouldNotBeEmpty();
        SteerStage.Describe(nothing, next).Last().ShouldBe("  Nothing fits the budget, so no file was written.");
        File.ReadAllText(next).ShouldBe(written);
    }

    [Fact]
    public async Task Lattices_of_earlier_runs_are_kept_once_each()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        var history = new LatticeHistory(new(_shop.Store), Repertoire.Default);
        for (var i = 0; i < 2; i++)
            ReportStage.Run(plan, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch);
        history.Read(plan, plan.Variants[0], damage => damage.ShouldBeNull()).Length.ShouldBe(1);
        var more = _shop.Plan(("[1, 2]", "[1, 2, 3]"));
        await _shop.Run(more);
        ReportStage.Run(more, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch);
        history.Read(more, more.Variants[0], damage => damage.ShouldBeNull()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Reasons_with_anything_in_them_and_files_of_the_users_own_are_safe()
    {
        // A reason that would be three lines of YAML stays one string; a second round leaves the keys alone.
        var plan = _shop.Plan(
            (
                "seeds: [1, 2]",
                "# my own comment\nfurther: [{ representation: composition, target: density, feature: volume, seeds: [7], reason: "
                    + "\"x\\nseeds: [1]\\n# y \\\" z\" }]\nseeds: [1, 2]"));
        (await _shop.Run(plan)).Failures.ShouldBeEmpty();
        var next = _shop.PathOf("next.experiment.yaml");
        for (var round = 0; round < 2; round++)
        {
            SteerStage.Run(plan, _shop.Store, 4, next, ImmutableDictionary<string, string>.Empty, ExperimentLimits.Default, _ => { });
            plan = _shop.PlanFile(next);
            plan.Seeds.ShouldBe([1, 2]);
            plan.Further[0].Reason.ShouldStartWith("x?seeds: [1]?# y");
        }

        File.ReadAllText(next).ShouldContain("# my own comment");
        var own = _shop.PathOf("own.experiment.yaml");
        File.WriteAllText(own, "experiment: mine\n");
        Should
            .Throw<DiagnosticException>(() =>
                SteerStage.Run(plan, _shop.Store, 4, own, ImmutableDictionary<string, string>.Empty, ExperimentLimits.Default, _ => { }))
            .Message.ShouldContain("was not written by -t:Steer");
        File.ReadAllText(own).ShouldBe("experiment: mine\n");
    }

    [Fact]
    public async Task Damaged_latent_vectors_are_told_and_their_job_is_trained_again()
    {
        var plan = _shop.Plan(("targets: [density]", "targets: [density, volume]"), ("[volume, is-hubbard]", "[]"));
        await _shop.Run(plan);
        var latents = Directory.GetFiles(new StoreFolders(_shop.Store).Latents, "*.bin", SearchOption.AllDirectories)[0];
        var whole = File.ReadAllBytes(latents);
        File.WriteAllBytes(latents, whole[..^1]);
        var told = new List<string>();
        AnalysisInputs
            .Of(plan, plan.Variants[0], _shop.Store, told.Add, Repertoire.Default)
            .Latents.Length.ShouldBe(1, "the other seed's pair is whole");
        var key = Path.GetFileNameWithoutExtension(latents);
        told.ShouldHaveSingleItem()
            .ShouldBe(
                $"The latent vectors of job {key[..12]} ('{latents}') are damaged and left out; the next build trains the job again.");
        StudyAssembly
            .Collect(plan, plan.Variants[0], _shop.Results, damage => damage.ShouldBeNull())
            .Scores.Length.ShouldBe(plan.Jobs.Length, "its error is known all the same");
        DryRunStage
            .Run([plan], _shop.Store, _ => { })
            .ToDo.ShouldHaveSingleItem()
            .Why.ShouldBe("what it left beside its result is damaged");
        (await _shop.Run(plan)).Trained.ShouldBe(1);
        File.ReadAllBytes(latents).ShouldBe(whole, "to the bit");
    }

    [Fact]
    public async Task A_baseline_without_latent_vectors_is_trained_again_and_its_result_stays_as_it_is()
    {
        var plan = _shop.Plan(("targets: [density]", "targets: [density, volume]"), ("[volume, is-hubbard]", "[volume]"));
        await _shop.Run(plan);
        var baseline = plan.Jobs.First(j => j.Spec.IsBaseline);
        var result = _shop.Results.Read(baseline.Key, damage => damage.ShouldBeNull())!;
        // As in a store to which only results were copied.
        Directory.Delete(new StoreFolders(_shop.Store).Latents, recursive: true);
        var baselines = plan.Jobs.Count(j => j.Spec.IsBaseline);
        File.ReadAllText(Report()).ShouldContain("there are no latent vectors of the baseline models");
        DryRunStage
            .Run([plan], _shop.Store, damage => damage.ShouldBeNull())
            .ToDo.Select(t => t.Why)
            .ShouldBe(Enumerable.Repeat("its latent vectors are missing", baselines));
        ExplainStage
            .Run([plan], _shop.Store, baseline.Key.Value)
            .ShouldContain("  state       to be trained: its latent vectors are missing.");
        StatusStage
            .Run([("tiny", plan)], _shop.Store)
            .First()
            .ShouldStartWith($"tiny: {plan.Jobs.Length - baselines} of {plan.Jobs.Length} jobs done");
        var again = await _shop.Run(plan);
        (again.Trained, again.Failures.Length).ShouldBe((baselines, 0));
        AnalysisInputs
            .Of(plan, plan.Variants[0], _shop.Store, damage => damage.ShouldBeNull(), Repertoire.Default)
            .Latents.Length.ShouldBe(2, "one per seed");
        var anew = _shop.Results.Read(baseline.Key, damage => damage.ShouldBeNull())!;
        anew.Scores.ShouldBe(result.Scores, "to the bit");
        DryRunStage.Run([plan], _shop.Store, _ => { }).ToDo.ShouldBeEmpty();
        File.ReadAllText(Report())
            .ShouldContain("entanglement density", Case.Sensitive, "the report is written again, though all results are those of before");

        string Report() =>
            ReportStage.Run(plan, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch).Page;
    }

    [Fact]
    public async Task Where_no_coupling_can_be_measured_steering_says_so_and_writes_nothing()
    {
        var plan = _shop.Plan(("[volume, is-hubbard]", "[density]"));
        await _shop.Run(plan);
        var next = _shop.PathOf("next.experiment.yaml");
        var steering = SteerStage.Run(
            plan,
            _shop.Store,
            8,
            next,
            ImmutableDictionary<string, string>.Empty,
            ExperimentLimits.Default,
            _ => { }
        );
        SteerStage.Describe(steering, next).Last().ShouldBe("  Nothing to steer: no coupling was measured.");
        File.Exists(next).ShouldBeFalse();
    }

    [Fact]
    public async Task A_damaged_history_is_told_and_set_aside_and_begun_anew()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        ReportStage
            .Run(plan, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch)
            .Warnings.ShouldBeEmpty();
        var history = Directory.GetFiles(new StoreFolders(_shop.Store).Lattices).ShouldHaveSingleItem();
        File.WriteAllText(history, File.ReadAllText(history).Replace("1", "2"));
        var more = _shop.Plan(("[1, 2]", "[1, 2, 3]"));
        await _shop.Run(more);
        ReportStage
            .Run(more, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch)
            .Warnings.ShouldHaveSingleItem()
            .Message.ShouldStartWith("The lattices of earlier runs were damaged, and the file has been set aside as '");
        new LatticeHistory(new(_shop.Store), Repertoire.Default)
            .Read(more, more.Variants[0], damage => damage.ShouldBeNull())
            .Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_history_of_an_earlier_version_is_told_and_set_aside_and_never_misread()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        ReportStage.Run(plan, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch);
        var history = Directory.GetFiles(new StoreFolders(_shop.Store).Lattices).ShouldHaveSingleItem();
        // Once the runs stood there without a number, each lattice with states in place of verdicts.
        using (var stream = File.Create(history))
            CheckedJson.Write<object[][]>(
                stream, [[new { representation = "composition", edges = new[] { new { state = "significant" } } }]]);
        var more = _shop.Plan(("[1, 2]", "[1, 2, 3]"));
        await _shop.Run(more);
        ReportStage
            .Run(more, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch)
            .Warnings.ShouldHaveSingleItem()
            .Message.ShouldStartWith(
                "The lattices of earlier runs are in the form of another version of this program, and the file has been set aside as '");
        new LatticeHistory(new(_shop.Store), Repertoire.Default)
            .Read(more, more.Variants[0], damage => damage.ShouldBeNull())
            .Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_kept_of_a_lattice_is_read_as_it_was()
    {
        var plan = _shop.Plan(("[1, 2]", "[1, 2, 3]"), ("materials: 60", "materials: 300"));
        await _shop.Run(plan);
        ReportStage.Run(plan, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch);
        var options = AnalysisInputs.Of(plan, plan.Variants[0], _shop.Store, damage => damage.ShouldBeNull(), Repertoire.Default);
        var study = StudyAssembly.Collect(plan, plan.Variants[0], _shop.Results, _ => { });
        var now = StudyAnalyzer.Analyze(study, options).Entanglement.Representations.Single().Lattice;
        var kept = new LatticeHistory(new(_shop.Store), Repertoire.Default).Read(plan, plan.Variants[0], _ => { }).Single().Single();
        kept.Nodes.ShouldBe(now.Nodes);
        kept.Targets.ShouldBe(now.Targets);
        kept.Edges.Select(Told).ShouldBe(now.Edges.Select(Told));
        kept.Edges.ShouldContain(edge => edge.Verdict.Effect != null, "with three seeds there are effects");

        static object Told(Edge edge) => (
            edge.Feature, edge.Target, edge.Verdict.Kind, edge.Verdict.Reason, edge.Verdict.Effect, edge.Change, edge.Interval,
            string.Join(' ', edge.Seeds));
    }

    [Fact]
    public async Task A_run_that_is_not_complete_is_no_loop()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        var more = _shop.Plan(("[1, 2]", "[1, 2, 3]"));
        ReportStage.Run(more, _shop.Store, _shop.PathOf("out", "tiny"), s_templates, DateTimeOffset.UnixEpoch);
        new LatticeHistory(new(_shop.Store), Repertoire.Default)
            .Read(more, more.Variants[0], damage => damage.ShouldBeNull())
            .ShouldBeEmpty();
    }
}
