using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>Features that run along to tell what chance does, and what a model does that has the answer.</summary>
public sealed class ControlsOfStudies : IDisposable
{
    private const string All = "\ncontrols: [noise, shuffled, self]";

    // The dataset of other plans, with the columns of controls.
    private static readonly PreparedDataset Dataset = Plans.Dataset with
    {
        Columns =
        [
            .. Plans.Dataset.Columns, Control("noise"), Control("shuffled"),
            .. Plans.Dataset.Columns
                .Where(c => c.Property.Kind == PropertyKind.Classes).Select(c => Control($"shuffled-{c.Property.Name}")),
        ],
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_study_of_the_paper_needs_1800_models_with_all_controls()
    {
        var plan = Planner.Create(Reading.Valid(Plans.Study + All), Dataset);
        plan.Jobs.Length.ShouldBe(1800);
        Planner.Count(Reading.Valid(Plans.Study + All)).ShouldBe(1800);
        plan.Features.Skip(13).Select(f => f.ToString()).ShouldBe(
        [
            "noise", "shuffled", "shuffled-is-hubbard", "shuffled-oxide-type", "shuffled-spacegroup-crystal-system",
            "shuffled-spacegroup-number",
        ]);
        plan.Jobs.Count(j => j.Spec.Features.Single == j.Spec.Targets.Single).ShouldBe(2 * 9 * 5, "all targets are features already");
    }

    [Fact]
    public void Controls_change_no_key_of_other_models()
    {
        var keys = Planner.Create(Reading.Valid(Plans.Study + All), Dataset).Jobs.Select(j => j.Key).ToHashSet();
        keys.IsSupersetOf(Plans.Keys(Plans.Study)).ShouldBeTrue();
    }

    [Fact]
    public void A_target_that_is_no_feature_is_given_itself()
    {
        var plan = Plans.Of(Plans.Small + "\ncontrols: [self]");
        plan.Features.Select(f => f.ToString()).ShouldBe(["density", "is-hubbard", "self"]);
        plan.Controls.ShouldBe([ControlFeatures.Self]);
        var answers = plan.Jobs.Where(j => j.Spec.Features == j.Spec.Targets).ToArray();
        answers.Count(j => j.Spec.Targets.Single!.Value.Value == "volume").ShouldBe(2 * 2);
        plan.Jobs.Length.ShouldBe(24 + 2 * 2);
        answers.Select(j => j.Key).ShouldBeSubsetOf(
            Plans.Keys(Plans.Small.Replace("[density, is-hubbard]", "[density, is-hubbard, volume]", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_set_that_holds_the_target_is_no_positive_control() =>
        Plans.Of(Plans.Small.Replace("[density, is-hubbard]", "[[density, volume]]", StringComparison.Ordinal) + "\ncontrols: [self]")
            .Jobs.Count(j => j.Spec.Features == j.Spec.Targets).ShouldBe(2 * 2 * 2);

    [Fact]
    public void More_seeds_can_be_asked_for_of_a_positive_control()
    {
        var plan = Plans.Of(Plans.Small + """

            controls: [self]
            further: [{ representation: structure, target: volume, feature: self, seeds: [9] }]
            """);
        plan.Jobs.Where(j => j.Spec.Seed == 9).Select(j => j.Title)
            .ShouldBe(["structure volume, seed 9", "structure volume + volume, seed 9"]);
    }

    [Fact]
    public void Shuffled_copies_have_the_values_and_the_gaps_of_their_features_and_not_their_places()
    {
        var plan = Plan("[hardness, is-hubbard, colour, [melting, colour]]", "controls: [shuffled]");
        plan.Features.Skip(4).Select(f => f.ToString()).ShouldBe(
            ["shuffled", "shuffled-is-hubbard", "shuffled-colour", "shuffled-colour+shuffled-melting"]);
        var table = new DatasetStore(_folder.PathOf("store")).Table(plan.Dataset)!;
        foreach (var (name, copy) in new[]
        {
            ("hardness", "shuffled"), ("is-hubbard", "shuffled-is-hubbard"), ("colour", "shuffled-colour"), ("melting", "shuffled-melting"),
        })
        {
            var (values, dealt) = (table.Values[new(name)], table.Values[new(copy)]);
            dealt.Order().ShouldBe(values.Order());
            dealt.ShouldNotBe(values);
            dealt.Select(double.IsNaN).ShouldBe(values.Select(double.IsNaN));
        }

        var (colour, control) = (plan.Dataset.Column(new("colour"))!, plan.Dataset.Column(new("shuffled-colour"))!);
        control.Property.FeatureLength.ShouldBe(colour.Property.FeatureLength);
        control.GapsHash.ShouldBe(colour.GapsHash);
        plan.Jobs.Select(j => j.Spec.Materials.ToString()).Distinct().ShouldBe(["", "colour"], ignoreOrder: true);
    }

    [Fact]
    public void The_components_of_a_vector_are_dealt_out_together()
    {
        var plan = Plan("[spectrum]", "controls: [shuffled]\nproperties: { spectrum: { columns: 's*' } }");
        var table = new DatasetStore(_folder.PathOf("store")).Table(plan.Dataset)!;
        var dealt = table.Components[new("shuffled-spectrum")];
        dealt.ShouldNotBe(table.Components[new("spectrum")]);
        dealt.Chunk(2).ShouldAllBe(pair => pair[1] == pair[0] + 1000);
    }

    [Theory]
    [InlineData("noise", "noise")]
    [InlineData("shuffled", "shuffled-mine")]
    [InlineData("self", "self")]
    public void A_column_of_a_controls_name_is_told(string control, string column)
    {
        var problem = Should.Throw<DiagnosticException>(() => Plan($"[density, {column}]", $"controls: [{control}]", (column, i => $"{i}")))
            .Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe(DiagnosticCodes.Conflict);
        problem.Message.ShouldBe(
            $"The dataset has a property '{column}' itself, so the control of that name cannot be added. Rename the column, or leave the "
            + "control out.");
    }

    [Fact]
    public void A_column_of_a_controls_name_is_a_property_where_the_control_is_not_asked_for() =>
        Plan("[self, shuffled-mine]", "", ("self", i => $"{i}"), ("shuffled-mine", i => $"{i}")).Jobs.Length.ShouldBe(3);

    private static PreparedColumn Control(string name) =>
        new(new(new(name), "", PropertyKind.Number, [], [], ""), name.PadRight(64, '0'), true);

    private Plan Plan(string features, string line, params (string Header, Func<int, string> Cell)[] more)
    {
        _folder.Write(
            "cubes.csv",
            Tables.Csv(
                80, null, null,
                [
                    ("hardness", i => $"{i}"), ("melting", i => $"{i * i}"),
                    ("colour", i => i % 4 == 0 ? "" : i % 3 == 0 ? "red" : "blue"), ("s1", i => $"{i}"),
                    ("s2", i => $"{i + 1000}"), .. more,
                ]));
        var file = _folder.Write("cubes.experiment.yaml", $"""
            experiment: cubes
            dataset: {"{"} csv: cubes.csv {"}"}
            representations: [composition]
            targets: [volume]
            features: {features}
            seeds: [1]
            {line}
            """);
        return PlanStage.Run(
            new([file], _folder.PathOf("out"), _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty), CancellationToken.None)
            .Plans.ShouldHaveSingleItem();
    }
}
