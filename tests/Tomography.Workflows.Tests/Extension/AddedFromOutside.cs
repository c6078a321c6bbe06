using System.Collections.Immutable;
using System.Text.Json;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>A device, a grouping, a rule of splits, a representation, a section: each is one more entry of a list, and works.</summary>
public sealed class AddedFromOutside : IDisposable
{
    private const string Tiny = """
        experiment: tiny
        dataset: { phantom: { materials: 60, seed: 7 } }
        representations: [structure]
        targets: [density]
        features: [volume]
        seeds: [1, 2]
        model: { convolutions: 1, atom-features: 4, hidden: 4 }
        training: { epochs: 2, batch-size: 16, milestones: [] }
        """;

    /// <summary>Materials whose formulas begin with the same element.</summary>
    private static readonly SplitGrouping s_firstElement = new(
        "first-element", "keeps materials together whose formulas begin with the same element", null,
        materials => [.. materials.Formulas.Select(FirstElement)]);

    /// <summary>The crystal graph with a third of its bonds.</summary>
    private static readonly GraphBuilder s_near = new(
        new("four-nearest"), "the four nearest neighbours",
        (crystal, settings) => GraphFolding.Fold(StructureGraph.Build(crystal, settings with { Neighbours = 4 })));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_device_trains_all_models_and_each_result_says_so()
    {
        var epochs = 0;
        var device = new WrappedDevice("counting", bank => new WrappedBank(bank, (models, _) => epochs += models));
        var (plan, page) = await Build("", Repertoire.Default, device);
        epochs.ShouldBe(4 * 2, "two models and seeds, two epochs");
        foreach (var job in plan.Jobs) ResultOf(job).Provenance.Device.ShouldBe("counting");
        var scores = plan.Jobs.Select(j => ResultOf(j).Scores[0]).ToArray();
        page.ShouldContain("tiny");

        Directory.Delete(Store, recursive: true);
        (plan, _) = await Build("", Repertoire.Default);
        plan.Jobs.Select(j => ResultOf(j).Scores[0]).ShouldBe(scores, "a device changes no bit");
    }

    [Fact]
    public async Task A_grouping_is_read_deals_stands_in_the_plan_and_on_the_page_and_changes_results()
    {
        var repertoire = Repertoire.Default.With(s_firstElement);
        var (plain, _) = await Build("", repertoire);
        var scores = plain.Jobs.Select(j => ResultOf(j).Scores[0].TestMae).ToArray();
        var (plan, page) = await Build("split: { by: first-element }", repertoire);
        plan.Variants[0].Split.By.ShouldBe("first-element");
        page.ShouldContain("by first-element");
        var elements = new DatasetStore(Store).Table(plan.Dataset)!.Formulas.Select(FirstElement).ToArray();
        foreach (var split in plan.Splits.Select(s => new SplitStore(new(Store)).Read(s.Hash)))
        {
            ImmutableArray<int>[] parts = [split.Train, split.Validation, split.Test];
            parts.SelectMany((part, number) => part.Select(i => (elements[i], number))).Distinct().Select(e => e.Item1).ShouldBeUnique();
        }

        plan.Jobs.Select(j => j.Key).Intersect(plain.Jobs.Select(j => j.Key)).ShouldBeEmpty();
        plan.Jobs.Select(j => ResultOf(j).Scores[0].TestMae).Intersect(scores).ShouldBeEmpty();
        ResultOf(plan.Jobs[0]).Fingerprint.ShouldContain(new FingerprintPart("split.by", "first-element"));
        Problem("split: { by: first-elements }", repertoire).ShouldContain("did you mean 'first-element'?");
        Problem("split: { by: first-element }", Repertoire.Default)
            .ShouldContain("Choices: material, formula, chemical-system, crystal-system.");
        ExperimentSchema.Write(repertoire).ShouldContain("\"first-element\"");
    }

    [Fact]
    public async Task A_rule_of_splits_that_is_asked_first_deals_the_parts_and_enters_the_keys()
    {
        var grouped = Repertoire.Default.With(s_firstElement);
        var repertoire = grouped with { Splits = grouped.Splits.Insert(0, new EveryFifthTests("first-element")) };
        var (plan, _) = await Build("split: { by: first-element }", repertoire);
        plan.Splits.Select(s => s.Hash).Distinct().ShouldHaveSingleItem("it deals the same parts for every seed");
        var formulas = new DatasetStore(Store).Table(plan.Dataset)!.Formulas;
        var elements = formulas.Select(FirstElement).Distinct().Order(StringComparer.Ordinal).ToArray();
        var split = new SplitStore(new(Store)).Read(plan.Splits[0].Hash);
        split.Test.ShouldBe(Enumerable.Range(0, formulas.Length).Where(i => Array.IndexOf(elements, FirstElement(formulas[i])) % 5 == 4));
        var result = ResultOf(plan.Jobs[0]);
        result.Fingerprint.ShouldContain(new FingerprintPart("split.every-fifth", "1"));
        result.Materials.ShouldBe(60);
        new PredictionStore(new(Store)).Read(plan.Jobs[0].Key, _ => { })!.ShouldHaveSingleItem().Test.Length.ShouldBe(split.Test.Length);
        // The rule that the program has deals others.
        Planned("split: { by: first-element }", grouped).Jobs.Select(j => j.Key).Intersect(plan.Jobs.Select(j => j.Key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_representation_is_read_built_trained_beside_the_others_and_reported()
    {
        var repertoire = Repertoire.Default with { Representations = Repertoire.Default.Representations.Add(s_near) };
        var (plan, page) = await Build("", repertoire, edits: ("[structure]", "[structure, four-nearest]"));
        plan.Representations.Select(r => r.Name).ShouldBe(["structure", "four-nearest"]);
        plan.Graphs.Select(g => g.Hash).ShouldBeUnique();
        var (structure, near) = (Bonds(0), Bonds(1));
        near.ShouldBeLessThan(0.5 * structure);
        plan.Jobs.Select(j => ResultOf(j).Scores[0].TestMae).ShouldBeUnique("each representation has results of its own");
        page.ShouldContain("four-nearest", Case.Insensitive);
        File.ReadAllText(_folder.PathOf("report", "results.csv")).ShouldContain("four-nearest,density,");
        File.Exists(_folder.PathOf("report", "lattice-four-nearest.graphml")).ShouldBeTrue();
        Problem("", repertoire, ("[structure]", "[four-nearst]"))
            .ShouldContain("did you mean 'four-nearest'? Choices: structure, composition, four-nearest.");

        double Bonds(int place) =>
            FoldingFactors.Of(PackedGraphsFile.Map(new DatasetStore(Store).GraphsPath(plan.Graphs[place].Hash))).Bonds;
    }

    [Fact]
    public async Task A_section_of_the_report_stands_on_the_page_in_its_navigation_and_in_the_json()
    {
        var repertoire = Repertoire.Default with { Sections = Repertoire.Default.Sections.Add(new ScoreCountSection()) };
        var (plan, page) = await Build("", repertoire);
        page.ShouldContain("<a href=\"#score-count\">");
        page.ShouldContain($"<p>{plan.Jobs.Length} scores.</p>");
        var json = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("report", "analysis.json"))).RootElement;
        json.GetProperty("scoreCount").GetInt32().ShouldBe(plan.Jobs.Length);
    }

    private string Store => _folder.PathOf("store");

    private static string FirstElement(string formula) => string.Concat(formula.TakeWhile(char.IsLetter));

    private JobResult ResultOf(Job job) => new ResultStore(Store).Read(job.Key, damage => damage.ShouldBeNull()).ShouldNotBeNull();

    /// <summary>Plans, trains and reports an experiment, as the targets of a build do.</summary>
    private async Task<(Plan Plan, string Page)> Build(
        string line, Repertoire repertoire, IComputeDevice? device = null, params (string Old, string New)[] edits)
    {
        var plan = Planned(line, repertoire, edits);
        var options = new RunOptions(new InProcessWorkers(device ?? new CpuDevice(), 2), 1, _folder.PathOf("logs"), TimeSpan.FromSeconds(1))
        {
            Repertoire = repertoire,
        };
        var summary = await TrainStage.RunAsync([plan], Store, options, new Observer(), CancellationToken.None);
        (summary.Trained, summary.Failures.Length).ShouldBe((plan.Jobs.Length, 0));
        var page = ReportStage.Run(
            plan, Store, _folder.PathOf("report"), new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch,
            repertoire: repertoire).Page;
        return (plan, File.ReadAllText(page));
    }

    private string Problem(string line, Repertoire repertoire, params (string Old, string New)[] edits) =>
        Should.Throw<DiagnosticException>(() => Planned(line, repertoire, edits)).Diagnostics.ShouldHaveSingleItem().Message;

    private Plan Planned(string line, Repertoire repertoire, params (string Old, string New)[] edits)
    {
        var yaml = edits.Aggregate(Tiny, (text, edit) => text.Replace(edit.Old, edit.New, StringComparison.Ordinal));
        var file = _folder.Write("tiny.experiment.yaml", $"{yaml}\n{line}");
        var request = new WorkflowRequest([file], _folder.PathOf("out"), Store, ImmutableDictionary<string, string>.Empty)
        {
            Repertoire = repertoire,
        };
        var plan = PlanStage.Run(request, CancellationToken.None).Plans.ShouldHaveSingleItem();
        // As a later stage gets it.
        return PlanStage.Read(PlanStage.PathOf(request, plan));
    }
}
