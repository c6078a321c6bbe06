using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>Properties that some materials lack: models that need one do without those materials, and the others do not.</summary>
public sealed class SparseProperties : IDisposable
{
    private const string Yaml = """
        experiment: cubes
        dataset: { csv: cubes.csv }
        representations: [composition]
        targets: [volume]
        features: [is-hubbard, density, hardness, melting]
        seeds: [1]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sparse_feature_has_a_baseline_of_its_own_over_its_materials()
    {
        var plan = Plans.Create("[is-hubbard, energy]", ("energy", "gaps"));
        plan.Jobs.Select(j => j.Title).ShouldBe(
        [
            "structure density, seed 1",
            "structure density + is-hubbard, seed 1",
            "structure density, of those with energy, seed 1",
            "structure density + energy, seed 1",
        ]);
        var (whole, sparse) = (plan.Jobs[0], plan.Jobs[2]);
        sparse.Spec.IsBaseline.ShouldBeTrue();
        sparse.Key.ShouldNotBe(whole.Key);
        plan.Jobs[3].Spec.Baseline.ShouldBe(sparse.Spec);
        sparse.Keeps.ShouldBe(whole.Keeps);
    }

    [Fact]
    public void Features_with_the_same_gaps_share_a_baseline()
    {
        var plan = Plans.Create("[energy, volume, band-gap]", ("energy", "gaps"), ("volume", "gaps"), ("band-gap", "other gaps"));
        plan.Jobs.Where(j => j.Spec.IsBaseline).Select(j => j.Title).ShouldBe(
        [
            "structure density, seed 1",
            "structure density, of those with energy, seed 1",
            "structure density, of those with band-gap, seed 1",
        ]);
        WorkOrders.Of(plan with { Splits = [.. plan.Splits.Select(s => s with { Hash = "split" })] }, TimeSpan.FromMinutes(1))
            .Select(o => (o.Materials.ToString(), o.Models.Length)).ShouldBe([("", 1), ("energy", 3), ("band-gap", 2)]);
    }

    [Fact]
    public void A_baseline_does_not_depend_on_which_of_the_features_with_its_gaps_are_asked_for()
    {
        (string, string)[] gaps = [("energy", "gaps"), ("volume", "gaps")];
        var both = Plans.Create("[energy, volume]", gaps).Jobs.Select(j => j.Key).ToHashSet();
        foreach (var one in new[] { "energy", "volume" })
            both.IsSupersetOf(Plans.Create($"[{one}]", gaps).Jobs.Select(j => j.Key)).ShouldBeTrue(one);
    }

    [Fact]
    public void A_set_of_features_needs_the_materials_that_have_all_of_them()
    {
        var plan = Plans.Create(
            "[[energy, band-gap], [energy, volume]]", ("energy", "gaps"), ("volume", "gaps"), ("band-gap", "other gaps"));
        plan.Jobs.Select(j => j.Spec.Materials.ToString()).ShouldBe(["", "band-gap+energy", "band-gap+energy", "energy", "energy"]);
    }

    [Fact]
    public void A_sparse_target_has_one_baseline_over_its_materials()
    {
        var plan = Plans.Create("[is-hubbard]", ("density", "gaps"));
        plan.Jobs.Select(j => j.Spec.Materials.ToString()).ShouldBe(["density", "density"]);
        plan.Jobs[0].Title.ShouldBe("structure density, seed 1");
    }

    [Fact]
    public void Other_gaps_change_exactly_the_keys_of_the_models_that_have_them()
    {
        var before = Plans.Create("[is-hubbard, energy]", ("energy", "gaps")).Jobs;
        var after = Plans.Create("[is-hubbard, energy]", ("energy", "other gaps")).Jobs;
        after.Select(j => j.Key).Intersect(before.Select(j => j.Key)).ShouldBe(before.Take(2).Select(j => j.Key));
    }

    [Fact]
    public void Gaps_of_properties_that_are_not_used_change_nothing()
    {
        var dense = Plans.Create("[is-hubbard, energy]").Jobs;
        Plans.Create("[is-hubbard, energy]", ("band-gap", "gaps")).Jobs.Select(j => (j.Key, j.Title))
            .ShouldBe(dense.Select(j => (j.Key, j.Title)));
        dense.ShouldAllBe(j => j.Spec.Materials.IsEmpty);
    }

    [Theory]
    [InlineData(2, 2, 0)]
    [InlineData(3, 0, 3)]
    public void What_one_material_in_a_hundred_lacks_sets_it_aside_for_all_and_what_more_lack_is_sparse(
        int missing, int setAside, int gaps)
    {
        Table(200, hardness: i => i < missing ? "" : $"{i}");
        var (plan, warnings) = Plan();
        plan.Dataset.Summary.SetAside.ShouldBe(setAside);
        plan.Dataset.Summary.Materials.ShouldBe(200 - setAside);
        plan.Dataset.Column(new("hardness"))!.Missing.ShouldBe(gaps);
        plan.Jobs.Count(j => j.Spec.IsBaseline).ShouldBe(gaps == 0 ? 1 : 2);
        var warning = warnings.ShouldHaveSingleItem();
        (warning.Code, warning.Severity).ShouldBe((setAside == 0 ? "TOMO2022" : "TOMO2017", DiagnosticSeverity.Warning));
        warning.Message.ShouldContain(
            setAside == 0 ? "Some of the 200 materials lack hardness (197 have it)."
                : "they are set aside. m-0: no hardness; m-1: no hardness.");
    }

    [Fact]
    public void Many_materials_that_are_set_aside_are_counted()
    {
        Table(700, hardness: i => i < 7 ? "" : $"{i}");
        Plan().Warnings.ShouldHaveSingleItem().Message.ShouldContain("First of 7: m-0: no hardness;");
    }

    [Theory]
    [InlineData("split: { drop-below: 0 }", 0, 2)]
    [InlineData("split: { drop-below: 0.5 }", 2, 0)]
    [InlineData("split: { drop-below: 1 }", 2, 0)]
    public void The_experiment_says_where_sparse_begins(string split, int setAside, int gaps)
    {
        Table(60, hardness: i => i < 2 ? "" : $"{i}");
        var (plan, _) = Plan(split);
        (plan.Dataset.Summary.SetAside, plan.Dataset.Column(new("hardness"))!.Missing).ShouldBe((setAside, gaps));
    }

    [Fact]
    public void Where_sparse_begins_changes_no_key_where_nothing_is_missing()
    {
        Table(40);
        Plan("split: { drop-below: 0.3 }").Plan.Jobs.Select(j => j.Key).ShouldBe(Plan().Plan.Jobs.Select(j => j.Key));
    }

    [Fact]
    public void A_column_of_folds_that_a_material_lacks_sets_it_aside_however_many_do()
    {
        Table(60, fold: i => i % 2 == 0 ? "" : $"{i % 3}");
        var (plan, warnings) = Plan("split: { column: fold }");
        plan.Dataset.Summary.Materials.ShouldBe(30);
        warnings.ShouldHaveSingleItem().Message.ShouldContain("no fold");
    }

    [Fact]
    public void Too_few_materials_with_a_sparse_property_are_told_by_its_name()
    {
        Table(60, hardness: i => i < 3 ? $"{i}" : "");
        var told = Should.Throw<DiagnosticException>(() => Plan()).Diagnostics.WithoutNotices().ButForSize();
        told.Select(d => d.Code).ShouldBe(["TOMO2022", "TOMO2005"]);
        told[1].Message.ShouldContain("3 materials that have hardness do not fill the parts 0.6 / 0.2 / 0.2 of the split (seed 1).");
    }

    [Fact]
    public void A_shuffled_control_of_a_sparse_feature_has_its_gaps_and_its_baseline()
    {
        Table(80, hardness: i => i % 4 == 0 ? "" : $"{i}");
        var (plan, _) = Plan("controls: [shuffled]", ("[is-hubbard, density, hardness, melting]", "[hardness]"));
        plan.Jobs.Select(j => j.Spec.Materials.ToString()).Distinct().Count().ShouldBe(2);
        plan.Jobs.Count(j => j.Spec.IsBaseline).ShouldBe(2);
        var table = new DatasetStore(_folder.PathOf("store")).Table(plan.Dataset)!;
        table.With(new PropertyName("shuffled")).ShouldBe(table.With(new PropertyName("hardness")));
        Known("shuffled").ShouldBe(Known("hardness"));

        IEnumerable<double> Known(string name) => table.Values[new(name)].Where(v => !double.IsNaN(v)).Order();
    }

    private (Plan Plan, ImmutableArray<Diagnostic> Warnings) Plan(string line = "", params (string Old, string New)[] edits)
    {
        var yaml = edits.Aggregate(Yaml, (text, edit) => text.Replace(edit.Old, edit.New, StringComparison.Ordinal));
        var file = _folder.Write("cubes.experiment.yaml", $"{yaml}\n{line}");
        var (plans, warnings) = PlanStage.Run(
            new([file], _folder.PathOf("out"), _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty), CancellationToken.None);
        return (plans.ShouldHaveSingleItem(), warnings.ButForSize().WithoutNotices());
    }

    private void Table(int materials, Func<int, string>? hardness = null, Func<int, string>? fold = null) =>
        _folder.Write(
            "cubes.csv",
            Tables.Csv(
                materials,
                null,
                null,
                ("hardness", hardness ?? (i => $"{i}")),
                ("melting", i => $"{i * i}"),
                ("fold", fold ?? (i => $"{i % 3}"))));
}
