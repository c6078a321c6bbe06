using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>Models of several targets, and what they are compared with.</summary>
public sealed class JointPlans
{
    private const string Trio = Plans.Small + "\ntogether: [[density, volume, band-gap]]";

    private static readonly PreparedDataset s_dataset = Plans.Dataset with
    {
        Columns =
        [
            .. Plans.Dataset.Columns.Select(c => c.Property.Name.Value == "energy" ? c with { Missing = 9, GapsHash = "0123456789" } : c),
            .. new[] { "noise-task-1", "noise-task-2", "noise-task-1-01234567" }.Select((name, i) =>
                new PreparedColumn(new(new(name), "", PropertyKind.Number, [], [], ""), new((char)('1' + i), 64), true)),
        ],
    };

    [Fact]
    public void A_list_adds_its_model_a_control_per_target_and_the_models_alone_that_the_study_lacks()
    {
        var added = Of(Trio).Jobs.Where(j => !Plans.Keys(Plans.Small).Contains(j.Key)).ToArray();
        added.Where(j => j.Spec.Seed == 1 && j.Spec.Representation == Representation.Structure).Select(j => j.Title).ShouldBe(
        [
            "structure band-gap, seed 1",
            "structure band-gap and density and volume, seed 1",
            "structure band-gap and noise-task-1 and noise-task-2, seed 1",
            "structure density and noise-task-1 and noise-task-2, seed 1",
            "structure noise-task-1 and noise-task-2 and volume, seed 1",
        ]);
        added.Length.ShouldBe(5 * 2 * 2);
        Planner.Count(Reading.Valid(Trio)).ShouldBeGreaterThanOrEqualTo(Of(Trio).Jobs.Length);
    }

    [Fact]
    public void Pairs_share_their_controls() =>
        Of(Plans.Small + "\ntogether: [[density, volume], [density, band-gap]]").Jobs
            .Count(j => j.Spec.IsJoint && j.Spec.Targets.Contains(new("noise-task-1"))).ShouldBe(3 * 2 * 2);

    [Fact]
    public void Noise_has_the_gaps_of_the_target_whose_place_it_takes() =>
        Of(Plans.Small + "\ntogether: [[density, energy]]").Jobs
            .Where(j => j.Spec.IsJoint).Select(j => j.Spec.Targets.ToString()).Distinct()
            .ShouldBe(["density+energy", "density+noise-task-1-01234567", "energy+noise-task-1"]);

    [Fact]
    public void Models_of_one_target_keep_their_keys_and_the_study_is_made_of_them()
    {
        var plan = Of(Trio + "\ntraining: { joint: { shared-convolutions: 1, loss-weights: uncertainty } }");
        plan.Jobs.Where(plan.IsOfStudy).Select(j => j.Key).ToHashSet().SetEquals(Plans.Keys(Plans.Small)).ShouldBeTrue();
        plan.JobsOf(plan.Variants[0]).ShouldAllBe(j => !j.Spec.IsJoint && j.Spec.Targets.Single!.Value.Value != "band-gap");
    }

    [Theory]
    [InlineData("shared-convolutions: 1", false)]
    [InlineData("loss-weights: uncertainty", false)]
    [InlineData("loss-weights: { density: 2 }", false)]
    [InlineData("loss-weights: { energy: 2 }", true)]
    [InlineData("loss-weights: { density: 1 }", true)]
    [InlineData("shared-convolutions: 3", true)]
    [InlineData("loss-weights: equal", true)]
    [InlineData("sharing: hard", true)]
    [InlineData("sharing: soft", false)]
    [InlineData("sharing: adapters", false)]
    [InlineData("conflicts: keep", true)]
    [InlineData("conflicts: project", false)]
    [InlineData("disentangle: 0", true)]
    [InlineData("disentangle: 0.1", false)]
    public void A_setting_changes_the_keys_of_joint_models_where_it_changes_them(string setting, bool isSame)
    {
        // Whatever it says of energy, the model of density and volume does not depend on it.
        const string Two = Plans.Small + "\ntogether: [[density, volume], [energy, volume]]";
        JobKey[] keys = [KeyOf(Two), KeyOf($"{Two}\ntraining: {{ joint: {{ {setting} }} }}")];
        (keys[0] == keys[1]).ShouldBe(isSame);

        static JobKey KeyOf(string yaml) => Of(yaml).Jobs.First(j => j.Spec.Targets.ToString() == "density+volume").Key;
    }

    [Fact]
    public void Orders_keep_them_apart_from_models_of_one_target()
    {
        var plan = Of(Trio);
        var orders = WorkOrders.Of(plan with { Splits = [.. plan.Splits.Select(s => s with { Hash = "h" })] }, TimeSpan.FromSeconds(1));
        orders.Count(o => o.ByTasks).ShouldBe(4);
        orders.Where(o => o.ByTasks).SelectMany(o => o.Models).ShouldAllBe(m => m.Joined != null);
        orders.Where(o => !o.ByTasks).SelectMany(o => o.Models).ShouldAllBe(m => m.Joined == null);
        orders.ShouldAllBe(o => o.Joins(o) && !o.Joins(orders.First(other => other.ByTasks != o.ByTasks)));
        var trio = orders.SelectMany(o => o.Models).First(m => m.Joined is { Count: 2 } && m.Title.Contains("band-gap and density"));
        (trio.Target.Value, trio.Joined.ToString()).ShouldBe(("band-gap", "density+volume"));
    }

    private static Plan Of(string yaml) => Planner.Create(Reading.Valid(yaml), s_dataset);
}
