using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>A key changes exactly where the result would.</summary>
public sealed class WhatKeysDependOn
{
    [Theory]
    [InlineData("seeds: [1, 2]", "seeds: [1, 2, 3]", 12)]
    [InlineData("features: [density, is-hubbard]", "features: [density, is-hubbard, volume]", 8)]
    [InlineData("targets: [density, volume]", "targets: [energy, density, volume]", 12)]
    public void What_is_added_adds_exactly_its_jobs(string old, string added, int jobs)
    {
        var (before, after) = (Plans.Keys(Plans.Small), Plans.Keys(Plans.Small.Replace(old, added)));
        before.Except(after).ShouldBeEmpty();
        after.Except(before).Count.ShouldBe(jobs);
    }

    [Theory]
    [InlineData("experiment: other")]
    [InlineData("dataset: { csv: moved.csv }")]
    [InlineData("seeds: [2, 1]")]
    [InlineData("features: [is-hubbard, density]")]
    [InlineData("training: { milestones: [100, 500, 7000] "
        + "}")] // the default is 100; the learning rate drops after a milestone, and 500 is the last epoch
    [InlineData("model: { convolutions: 3 }")]
    [InlineData("training: { learning-rate: 1e-2 }")]
    public void What_changes_no_number_changes_no_key(string line) =>
        Plans.Keys(With(Plans.Small, line)).SetEquals(Plans.Keys(Plans.Small)).ShouldBeTrue();

    [Theory]
    [InlineData("training: { epochs: 499 }")]
    [InlineData("training: { batch-size: 255 }")]
    [InlineData("training: { optimizer: adam }")]
    [InlineData("training: { learning-rate: 0.011 }")]
    [InlineData("training: { momentum: 0.91 }")]
    [InlineData("training: { weight-decay: 1e-9 }")]
    [InlineData("training: { milestones: [499] }")]
    [InlineData("training: { milestones: [] }")]
    [InlineData("training: { gamma: 0.2 }")]
    [InlineData("training: { normalize: training }")]
    [InlineData("split: { train: 0.59 }")]
    [InlineData("split: { validation: 0.19 }")]
    [InlineData("split: { test: 0.19 }")]
    [InlineData("split: { by: formula }")]
    [InlineData("graph: { radius: 7.9 }")]
    [InlineData("graph: { gaussian-step: 0.21 }")]
    [InlineData("model: { convolutions: 2 }")]
    [InlineData("model: { atom-features: 63 }")]
    [InlineData("model: { hidden: 127 }")]
    [InlineData("model: { hidden-layers: 2 }")]
    public void What_changes_all_numbers_changes_all_keys(string line) =>
        Plans.Keys(With(Plans.Small, line)).Intersect(Plans.Keys(Plans.Small)).ShouldBeEmpty();

    [Fact]
    public void Neighbours_do_not_matter_to_composition()
    {
        var same = Plans.Keys(With(Plans.Small, "graph: { neighbours: 8 }")).Intersect(Plans.Keys(Plans.Small));
        same.SetEquals(Plans.Of(Plans.Small).Jobs.Where(j => j.Spec.Representation == Representation.Composition).Select(j => j.Key))
            .ShouldBeTrue();
    }

    [Fact]
    public void Momentum_does_not_matter_with_Adam() =>
        Plans
            .Keys(With(Plans.Small, "training: { optimizer: adam, momentum: 0.5 }"))
            .SetEquals(Plans.Keys(With(Plans.Small, "training: { optimizer: adam }")))
            .ShouldBeTrue();

    [Fact]
    public void Gamma_does_not_matter_without_milestones() =>
        Plans
            .Keys(With(Plans.Small, "training: { epochs: 10, gamma: 0.5 }"))
            .SetEquals(Plans.Keys(With(Plans.Small, "training: { epochs: 10 }")))
            .ShouldBeTrue();

    [Theory]
    [InlineData("density", 2 * 2 * 3 + 2 * 2)] // all jobs of the target, and one feature of the other target
    [InlineData("is-hubbard", 2 * 2 * 2)]
    [InlineData("energy", 0)]
    public void New_values_of_a_property_change_the_jobs_that_use_it(string property, int jobs)
    {
        var columns = Plans.Dataset.Columns.Select(c => c.Property.Name.Value == property ? c with { Hash = new('0', 64) } : c);
        var changed = Planner.Create(Reading.Valid(Plans.Small), Plans.Dataset with { Columns = [.. columns] });
        changed.Jobs.Select(j => j.Key).Except(Plans.Keys(Plans.Small)).Count().ShouldBe(jobs);
    }

    [Fact]
    public void Other_crystals_or_element_features_change_all_keys()
    {
        foreach (
            var dataset in new[] { Plans.Dataset with { CrystalsHash = new('0', 64) }, Plans.Dataset with { ElementsHash = new('0', 64) } }
        )
            Planner.Create(Reading.Valid(Plans.Small), dataset).Jobs.Select(j => j.Key).Intersect(Plans.Keys(Plans.Small)).ShouldBeEmpty();
    }

    private static string With(string yaml, string line)
    {
        var key = line[..(line.IndexOf(':') + 1)];
        var lines = yaml.Split('\n').Where(l => !l.StartsWith(key, StringComparison.Ordinal));
        return string.Join('\n', lines.Append(line));
    }
}
