namespace Tomography.Workflows.Tests;

/// <summary>Which models an experiment needs.</summary>
public sealed class Jobs
{
    [Fact]
    public void The_study_needs_1260_models()
    {
        var plan = Plans.Of(Plans.Study);
        plan.Jobs.Length.ShouldBe(2 * 9 * 5 * (1 + 13));
        plan.Jobs.Select(j => j.Key).Distinct().Count().ShouldBe(1260);
    }

    [Fact]
    public void One_baseline_serves_all_features_of_a_representation_target_and_seed()
    {
        var baselines = Plans.Of(Plans.Study).Jobs.Where(j => j.Spec.IsBaseline)
            .Select(j => (j.Spec.Representation, j.Spec.Targets, j.Spec.Seed)).ToArray();
        baselines.Length.ShouldBe(2 * 9 * 5);
        baselines.ShouldBeUnique();
    }

    [Fact]
    public void Jobs_of_the_first_seed_come_first() =>
        Plans.Of(Plans.Study).Jobs.Select(j => j.Spec.Seed).Distinct().ShouldBe([123, 456, 789, 321, 654]);

    [Fact]
    public void A_dataset_that_lacks_a_property_has_one_feature_less()
    {
        var dataset = Plans.Dataset with { Columns = Plans.Dataset.Columns.RemoveAt(6) };
        Planner.Create(Reading.Valid(Plans.Small.Replace("features: [density, is-hubbard]\n", "")), dataset).Features.Length.ShouldBe(12);
    }

    [Fact]
    public void A_title_says_what_is_trained() =>
        Plans
            .Of(Plans.Small)
            .Jobs.Take(2)
            .Select(j => j.Title)
            .ShouldBe(["structure density, seed 1", "structure density + density, seed 1"]);

    [Fact]
    public void A_plan_survives_its_file()
    {
        using var folder = new TemporaryFolder();
        var plan = Plans.Of(Plans.Small);
        var path = folder.Write("plan.json", System.Text.Json.JsonSerializer.Serialize(plan, Json.Indented));
        System.Text.Json.JsonSerializer.Serialize(PlanStage.Read(path), Json.Indented).ShouldBe(File.ReadAllText(path));
        PlanStage.Read(path).Jobs.Select(j => j.Key).ShouldBe(plan.Jobs.Select(j => j.Key));
        new JobFingerprints(PlanStage.Read(path)).Of(plan.Jobs[3]).Key().ShouldBe(plan.Jobs[3].Key);
    }
}
