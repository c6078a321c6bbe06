using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Workflows.Tests;

/// <summary>A setting that one entry of the list adds is read, swept, described, fingerprinted, trained with and reported.</summary>
public sealed class AddedSettings : IDisposable
{
    private const string Tiny = """
        experiment: tiny
        dataset: { phantom: { materials: 60, seed: 7 } }
        representations: [composition]
        targets: [density]
        features: [volume]
        seeds: [1]
        training: { epochs: 1, batch-size: 16 }
        """;

    // One number for both sizes of the model, in a section that the program does not have.
    private static readonly WholeSetting<StudySettings> s_width = new(
        "shape", "width", "Sizes of the model at once.", 1, 64,
        s => s.Model.AtomFeatures,
        (s, v) => s with { Model = s.Model with { AtomFeatures = v, Hidden = 2 * v } })
    {
        NotListedAt = "64",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_read_from_its_section() =>
        Valid("shape: { width: 4 }").Variants.ShouldHaveSingleItem().Model.ShouldBe(new(3, 4, 8, 1));

    [Fact]
    public void Left_out_it_changes_nothing() =>
        Valid("model: { atom-features: 5, hidden: 6 }").Variants.ShouldHaveSingleItem().Model.ShouldBe(new(3, 5, 6, 1));

    [Fact]
    public void Mistakes_in_it_are_told()
    {
        Problem("shape: { width: 65 }").Message.ShouldBe("'shape.width' must be from 1 to 64, not 65; the nearest valid value is 64.");
        Problem("shape: { with: 2 }").Message.ShouldContain("did you mean 'width'? Keys: width.");
        Problem("shape: 3").Message.ShouldContain("like { width: 4 }");
    }

    [Fact]
    public void A_matrix_sweeps_it()
    {
        var variants = Valid("matrix: { shape.width: [4, 8] }").Variants;
        variants.Select(v => v.Model.Hidden).ShouldBe([8, 16]);
        variants[0].Label.ShouldBe("width 4");
    }

    [Fact]
    public void A_setting_that_changes_no_result_is_swept_by_no_matrix_and_changes_no_key()
    {
        var list = With(s_width with { ChangesResults = false });
        Read("matrix: { shape.width: [4, 8] }", list).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.UnknownKey);
        Parts(Valid("shape: { width: 4 }", list), list).ShouldNotContain(p => p.Name == "shape.width");
    }

    [Fact]
    public void The_schema_has_it_in_its_section_and_in_the_matrix()
    {
        var properties = JsonDocument.Parse(ExperimentSchema.Write(With(s_width))).RootElement.GetProperty("properties");
        var width = properties.GetProperty("shape").GetProperty("properties").GetProperty("width");
        (width.GetProperty("maximum").GetInt32(), width.GetProperty("default").GetInt32()).ShouldBe((64, 64));
        properties.GetProperty("matrix").GetProperty("properties").TryGetProperty("shape.width", out _).ShouldBeTrue();
    }

    [Fact]
    public void A_fingerprint_lists_it_but_at_the_value_that_stands_for_the_time_before_it()
    {
        Parts(Valid("shape: { width: 4 }")).ShouldContain(new FingerprintPart("shape.width", "4"));
        var keys = Keys(Valid(""));
        keys.ShouldBe(Planner.Create(Read("", Repertoire.Default).Experiment!, Plans.Dataset).Jobs.Select(j => j.Key));
        Keys(Valid("shape: { width: 64 }")).ShouldBe(keys);
    }

    [Fact]
    public void Another_default_moves_no_key_of_the_value_that_is_not_listed()
    {
        var (study, usual) = (With(s_width).Study, StudySettings.Default);
        var list = WithStudy(
            new(usual with { Model = usual.Model with { AtomFeatures = 32, Hidden = 64 } }, study.Sections, study.Settings, study.Rules));
        Keys(Valid("shape: { width: 64 }", list), list).ShouldBe(Keys(Valid("")));
        Parts(Valid("", list), list).ShouldContain(new FingerprintPart("shape.width", "32"));
    }

    [Fact]
    public void A_setting_of_one_representation_stands_behind_all_others_and_is_no_part_of_another()
    {
        var list = With(s_width with { UsedBy = r => r == Crystals.Representation.Structure });
        var plan = Planner.Create(Read("shape: { width: 4 }", list, Plans.Small).Experiment!, Plans.Dataset, repertoire: list);
        foreach (var job in plan.Jobs)
        {
            var names = new JobFingerprints(plan, list).Of(job).Parts.Select(p => p.Name).ToList();
            var isStructure = job.Spec.Representation == Crystals.Representation.Structure;
            names.IndexOf("shape.width").ShouldBe(isStructure ? names.IndexOf("seed") - 1 : -1);
        }
    }

    [Fact]
    public void A_rule_holds_it_against_others()
    {
        var study = With(s_width).Study;
        SettingRule<StudySettings> rule = new("shape", (section, settings) =>
            section.Has("width") && settings.Training.Epochs > 1
                ? new(DiagnosticCodes.Conflict, "width", "One epoch goes with 'shape.width'.")
                : null);
        var list = WithStudy(new(study.Defaults, study.Sections, study.Settings, study.Rules.Add(rule)));
        Valid("shape: { width: 4 }", list);
        var problem = Read("shape: { width: 4 }", list, Tiny.Replace("epochs: 1", "epochs: 2")).Diagnostics.ShouldHaveSingleItem();
        (problem.Code, problem.KeyPath, problem.Location.Column).ShouldBe((DiagnosticCodes.Conflict, "shape.width", 17));
    }

    [Fact]
    public async Task The_stages_plan_explain_train_and_report_with_it()
    {
        var list = With(s_width);
        var file = _folder.Write("tiny.experiment.yaml", Tiny + "\nshape: { width: 4 }");
        var request = new WorkflowRequest([file], _folder.PathOf("out"), _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty)
        {
            Repertoire = list,
        };
        var plan = PlanStage.Run(request, CancellationToken.None).Plans.ShouldHaveSingleItem();
        plan = PlanStage.Read(PlanStage.PathOf(request, plan));
        plan.Variants[0].Model.ShouldBe(new(3, 4, 8, 1));
        ExplainStage.Run([plan], request.Store, plan.Jobs[0].Key.Value, list).ShouldContain("    shape.width = 4");
        var order = WorkOrders.Of(plan, TimeSpan.FromMinutes(1), list)[0];
        order.Model.ShouldBe(plan.Variants[0].Model);
        order.Models.ShouldAllBe(m => new Fingerprint(order.FingerprintOf(m)).Key() == m.Key);
        var options = new RunOptions(
            new InProcessWorkers(new Learning.CpuDevice(), 4), 1, _folder.PathOf("logs"), TimeSpan.FromSeconds(1)) { Repertoire = list };
        (await TrainStage.RunAsync([plan], request.Store, options, new Observer(), CancellationToken.None)).Trained.ShouldBe(2);
        var result = new ResultStore(request.Store).Read(plan.Jobs[0].Key, _ => { }).ShouldNotBeNull();
        result.Fingerprint.ShouldContain(new FingerprintPart("shape.width", "4"));
        new LatentStore(new(request.Store)).Read(plan.Jobs[0].Key, _ => { })!.Dimensions.ShouldBe(4, "it has set the size of the model");
        var page = ReportStage.Run(
            plan, request.Store, _folder.PathOf("report"), new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch,
            repertoire: list).Page;
        File.ReadAllText(page).ShouldContain("width 4");
    }

    [Fact]
    public void A_setting_twice_or_in_no_section_is_refused()
    {
        var study = Repertoire.Default.Study;
        Refusal(s_width).ShouldContain("no section 'shape'");
        Refusal(study.Settings[0]).ShouldContain("'split.train' stands twice");

        string Refusal(Setting<StudySettings> added) => Should.Throw<ArgumentException>(() =>
            new SettingTable<StudySettings>(study.Defaults, study.Sections, study.Settings.Add(added), [])).Message;
    }

    /// <summary>The program's settings with one more, in a section of its own.</summary>
    private static Repertoire With(Setting<StudySettings> setting)
    {
        var study = Repertoire.Default.Study;
        SettingSection section = new(setting.Section, "The shape of the model.", "width: 4");
        return WithStudy(new(study.Defaults, study.Sections.Add(section), study.Settings.Add(setting), study.Rules));
    }

    private static Repertoire WithStudy(SettingTable<StudySettings> study) => Repertoire.Default with { Study = study };

    private static ExperimentReadResult Read(string line, Repertoire list, string yaml = Tiny) =>
        ExperimentReader.Read($"{yaml}\n{line}", Reading.File, ImmutableDictionary<string, string>.Empty, repertoire: list);

    private static Experiment Valid(string line, Repertoire? list = null)
    {
        var result = Read(line, list ?? With(s_width));
        result.Diagnostics.ShouldBeEmpty();
        return result.Experiment.ShouldNotBeNull();
    }

    private static Diagnostic Problem(string line) => Read(line, With(s_width)).Diagnostics.ShouldHaveSingleItem();

    private static IEnumerable<JobKey> Keys(Experiment experiment, Repertoire? list = null) =>
        Planner.Create(experiment, Plans.Dataset, repertoire: list ?? With(s_width)).Jobs.Select(j => j.Key);

    private static ImmutableArray<FingerprintPart> Parts(Experiment experiment, Repertoire? list = null)
    {
        var plan = Planner.Create(experiment, Plans.Dataset, repertoire: list ?? With(s_width));
        return new JobFingerprints(plan, list ?? With(s_width)).Of(plan.Jobs[0]).Parts;
    }
}
