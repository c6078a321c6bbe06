using Tomography.Phantom;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>What is left out of an experiment has the value of [T].</summary>
public sealed class Defaults
{
    private readonly Experiment _experiment = Reading.Valid(Reading.Minimal);

    [Fact]
    public void Both_representations_are_studied() =>
        _experiment.Representations.ShouldBe([Representation.Structure, Representation.Composition]);

    [Fact]
    public void Features_left_out_mean_all() => _experiment.Features.ShouldBeNull();

    [Fact]
    public void Seeds_are_those_of_the_study() => _experiment.Seeds.ShouldBe([123, 456, 789, 321, 654]);

    [Fact]
    public void The_whole_dataset_is_used() => _experiment.Limit.ShouldBeNull();

    [Fact]
    public void The_split_is_60_20_20_by_material() =>
        _experiment.Variants.ShouldHaveSingleItem().Split.ShouldBe(new(0.6, 0.2, 0.2, "material"));

    [Fact]
    public void Graphs_reach_8_angstrom_to_12_neighbours_in_steps_of_a_fifth() =>
        _experiment.Variants.ShouldHaveSingleItem().Graph.ShouldBe(new(8, 12, 0.2));

    [Fact]
    public void The_model_is_that_of_the_study() => _experiment.Variants.ShouldHaveSingleItem().Model.ShouldBe(new(3, 64, 128, 1));

    [Fact]
    public void The_recipe_is_that_of_the_study()
    {
        var training = _experiment.Variants.ShouldHaveSingleItem().Training;
        training.Milestones.ShouldBe([100]);
        (training with { Milestones = [] }).ShouldBe(new(500, 256, OptimizerKind.Sgd, 0.01, 0.9, 0, [], 0.1, NormalizationScope.Dataset));
    }

    [Fact]
    public void A_phantom_is_read_with_its_formulas_and_random_properties() =>
        Reading.Valid(
            "experiment: small\ndataset: { phantom: { materials: 60, seed: 3, formulas: 6, formula-types: [ABX3, alkali-hydroxide], "
                + "random-properties: 2 } }\ntargets: density\nfeatures: [random-1, random-2]").Dataset
            .ShouldBe(new DatasetSource.Phantom(new(60, 3)
            {
                Formulas = 6, FormulaTypes = [Stoichiometry.ABX3, Stoichiometry.AlkaliHydroxide], RandomProperties = 2,
            }));

    [Fact]
    public void A_phantom_left_empty_has_400_materials() =>
        Reading.Valid("experiment: small\ndataset: { phantom: {} }\ntargets: density").Dataset
            .ShouldBe(new DatasetSource.Phantom(new(400, 7)));
}
