using System.Text.Json.Nodes;

namespace Tomography.Workflows.Tests;

/// <summary>The third stage: what it writes anew, and what it says where it cannot.</summary>
public sealed class Reporting : IDisposable
{
    private readonly Workshop _shop = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _shop.Dispose();
    }

    [Fact]
    public void A_setting_that_changes_no_result_is_shown_in_the_report_at_once()
    {
        var plan = Trained();
        File.ReadAllText(Write(plan)).ShouldNotContain("milestones 50");
        // Behind the last epoch a milestone changes no result, and so no key.
        var later = _shop.Plan(("milestones: []", "milestones: [50]"));
        later.Jobs.Select(j => j.Key).ShouldBe(plan.Jobs.Select(j => j.Key));
        File.ReadAllText(Write(later)).ShouldContain("milestones 50");
    }

    [Fact]
    public void A_report_on_a_subset_says_so()
    {
        File.ReadAllText(Write(Trained())).ShouldNotContain("a random subset of the dataset");
        File.ReadAllText(Write(Trained(edits: ("seed: 7 } }", "seed: 7 }, limit: 50 }"))))
            .ShouldContain("50 materials at most, a random subset of the dataset");
    }

    [Fact]
    public void Results_that_are_missing_are_not_said_to_have_failed()
    {
        var plan = Trained(all: false);
        File.ReadAllText(Write(plan))
            .ShouldContain("Incomplete: 1 of 6 models have no result.</strong> Their jobs failed or were not run;");
    }

    [Fact]
    public void Templates_that_do_not_exist_are_told()
    {
        var problem = Should.Throw<DiagnosticException>(() => Write(Trained(), "/nowhere")).Diagnostics.ShouldHaveSingleItem();
        (problem.Code, problem.Message).ShouldBe(
            (DiagnosticCodes.TemplatesUnusable, "The folder of report templates '/nowhere' does not exist."));
    }

    [Fact]
    public void A_name_that_no_template_knows_is_told_as_its_page_says_and_the_tables_are_written()
    {
        var shipped = File.ReadAllText(Repository.PathOf("templates", "report.sbn-html"));
        _folder.Write("my-templates/report.sbn-html", shipped.Replace(">{{ experiment }}</h1>", ">{{ experimnt }}</h1>"));
        var problem = Should
            .Throw<DiagnosticException>(() => Write(Trained(), _folder.PathOf("my-templates")))
            .Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe(DiagnosticCodes.TemplatesUnusable);
        problem.Location.File.ShouldBe(_folder.PathOf("my-templates", "report.sbn-html"));
        File.ReadAllText(Repository.PathOf("docs", "diagnostics", $"{problem.Code}.md"))
            .ShouldContain($"\n/studies{problem.ToString()[_folder.Root.Length..].Replace(Path.DirectorySeparatorChar, '/')} Help: ");
        File.Exists(_folder.PathOf("out", "results.csv")).ShouldBeTrue();
    }

    [Fact]
    public void One_template_of_ones_own_changes_that_part_and_the_report_is_made_anew_when_a_template_in_use_changes()
    {
        var plan = Trained();
        var page = Write(plan);
        File.ReadAllText(page).ShouldContain("<title>");

        _folder.Write("mine/sections/settings.sbn-html", "<p>My {{ modelsPlanned }} models</p>");
        Read().ShouldContain("<p>My 6 models</p>");
        Read().ShouldContain("<title>", customMessage: "all else is laid out as before");
        File.WriteAllText(page, "kept");
        _folder.Write("mine/notes.txt", "no template");
        _folder.Write("mine/old/settings.sbn-html", "not in a folder of templates");
        Read().ShouldBe("kept", "nothing that is used has changed");
        _folder.Write("mine/sections/settings.sbn-html", "<p>Our {{ modelsPlanned }} models</p>");
        Read().ShouldContain("<p>Our 6 models</p>");
        File.Delete(_folder.PathOf("mine", "sections", "settings.sbn-html"));
        _folder.Write("mine/partials/style.sbn-html", "p { color: red }");
        Read().ShouldContain("p { color: red }");
        File.ReadAllText(Write(plan)).ShouldNotContain("p { color: red }");

        string Read() => File.ReadAllText(Write(plan, _folder.PathOf("mine")));
    }

    [Fact]
    public void A_job_counts_as_running_until_its_build_says_otherwise()
    {
        var plan = Trained(all: false);
        foreach (var job in plan.Jobs) Keep(job);
        using var file = RunStatusFile.Start(new(_shop.Store), TimeSpan.FromSeconds(1));
        var finished = plan.Jobs[0];
        file.Write(
            new("here", 1, DateTimeOffset.UnixEpoch, ["tiny"], new(4, 6, 1, 0, null), [new(finished.Key, finished.Title, 1, 2, null, "")]));
        StatusStage
            .Run([("tiny", plan)], _shop.Store)
            .Take(2)
            .ShouldBe([
                "tiny: 4 of 6 jobs done (66 %), 1 running, 0 failed, 1 to train.",
                $"  running  {finished.Title}: epoch 1 of 2 (here)",
            ]);
    }

    [Fact]
    public void A_job_on_a_gpu_says_so_and_of_many_there_some_are_shown()
    {
        var plan = _shop.Plan(("[1, 2]", "[1, 2, 3, 4]"));
        using var file = RunStatusFile.Start(new(_shop.Store), TimeSpan.FromSeconds(1));
        var running = plan.Jobs.Select(j => new RunningJob(j.Key, j.Title, 1, 2, 0.25, "eV") { Device = "cuda:0" }).ToArray();
        running[0] = running[0] with { Device = null };
        file.Write(
            new("here", 1, DateTimeOffset.UnixEpoch, ["tiny"], new(0, 12, 12, 0, null) { Devices = "11 on cuda:0" }, [.. running]));
        string[] lines = [.. StatusStage.Run([("tiny", plan)], _shop.Store)];
        lines[1].ShouldBe($"  running  {plan.Jobs[0].Title}: epoch 1 of 2, validation MAE 0.25 eV (here)");
        lines[2].ShouldBe($"  running  {plan.Jobs[1].Title}: epoch 1 of 2, validation MAE 0.25 eV (here, on cuda:0)");
        lines[12].ShouldBe("  running  and 1 more (here, on cuda:0)");
        lines[13].ShouldEndWith("tiny: 0 of 12 jobs done (0 %), 12 running (11 on cuda:0).");
        lines.Length.ShouldBe(14);
    }

    [Fact]
    public void Each_of_several_representations_has_a_lattice_of_its_own_and_none_is_left_over()
    {
        Write(Trained(edits: ("[composition]", "[structure, composition]")));
        Lattices().ShouldBe(["lattice-composition.graphml", "lattice-structure.graphml", "lattice.graphml"]);
        Write(Trained());
        Lattices().ShouldBe(["lattice.graphml"]);
        Write(Trained(edits: ("[composition]", "[structure, composition]")));
        var figures = Directory.GetFiles(_folder.PathOf("out", "figures"), "*.*v*").Length;
        figures.ShouldBeGreaterThan(4, "a drawing and a table of each figure");
        // Page, workbook, results, predictions, analysis, three lattices, findings, and what the report was made from.
        CleanStage.Run(_folder.PathOf("out")).ShouldBe(10 + figures);
        Directory.Exists(_folder.PathOf("out")).ShouldBeFalse("nothing is left");

        string[] Lattices() =>
            [.. Directory.GetFiles(_folder.PathOf("out"), "*.graphml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void What_was_found_in_a_phantom_of_few_formulas_stands_beside_what_is_true()
    {
        File.ReadAllText(Write(Trained())).ShouldNotContain("Found against true");
        // Through the file of the plan, as builds go.
        Trained(edits:
        [
            ("seed: 7 }", "seed: 7, formulas: 6, formula-types: [ABX3], random-properties: 1 }"),
            ("[volume, is-hubbard]", "[volume, random-1]"),
        ]);
        File.ReadAllText(Write(PlanStage.Read(_shop.PathOf("out", "tiny", "plan.json")))).ShouldContain("Found against true");
        var truth = JsonNode.Parse(File.ReadAllText(_folder.PathOf("out", "analysis.json")))!["truth"]!.AsArray().ShouldHaveSingleItem()!;
        truth["edges"]!.AsArray().Select(e => $"{e!["feature"]} {e["truth"]}").ShouldBe(["volume tells", "random-1 none"]);
    }

    private string Write(Plan plan, string? templates = null) => ReportStage
        .Run(plan, _shop.Store, _folder.PathOf("out"), new(Repository.PathOf("templates"), templates ?? ""), DateTimeOffset.UnixEpoch).Page;

    /// <summary>Leaves what a job keeps beside its result.</summary>
    private void Keep(Job job)
    {
        var folders = new StoreFolders(_shop.Store);
        if (job.Keeps.HasFlag(Kept.Predictions)) new PredictionStore(folders).Write(job.Key, []);
        if (job.Keeps.HasFlag(Kept.Latents)) new LatentStore(folders).Write(job.Key, 0, []);
        if (job.Keeps.HasFlag(Kept.Weights)) new WeightStore(folders).Write(job.Key, new([], []));
    }

    /// <summary>A plan with results made up for all of its jobs, or all but the last.</summary>
    private Plan Trained(bool all = true, params (string Old, string New)[] edits)
    {
        var plan = _shop.Plan(edits);
        foreach (var job in all ? plan.Jobs : plan.Jobs[..^1])
            _shop.Results.Write(
                Samples.Result() with
                {
                    Key = job.Key,
                    Title = job.Title,
                    Scores = [Samples.Result().Scores[0] with { Target = job.Spec.Targets[0] }],
                }
            );
        return plan;
    }
}
