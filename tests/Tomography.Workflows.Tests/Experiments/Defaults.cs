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
    public void A_phantom_is_read_with_what_some_materials_lack() =>
        Reading.Valid(
            "experiment: small\ndataset: { phantom: { materials: 60, seed: 3, random-properties: 1, "
                + "missing: { random-1: 0.25, band-gap: 0.9, volume: 0 } } }\ntargets: density").Dataset
            .ShouldBe(new DatasetSource.Phantom(new(60, 3)
            {
                RandomProperties = 1, Missing = [new(new("band-gap"), 0.9), new(new("random-1"), 0.25)],
            }));

    [Theory]
    [InlineData("bandgap: 0.9", "'bandgap' is not a key of 'dataset.phantom.missing'; did you mean 'band-gap'? Keys: band-gap, density, ")]
    [InlineData("band-gap: 1", "'dataset.phantom.missing.band-gap' must be from 0 to 0.99, not 1; the nearest valid value is 0.99.")]
    [InlineData("random-1: 0.5", "'random-1' is not a key of 'dataset.phantom.missing'")]
    public void What_materials_cannot_lack_is_told(string missing, string message) =>
        Reading.Problem($"experiment: small\ndataset: {{ phantom: {{ missing: {{ {missing} }} }} }}\ntargets: density").Message
            .ShouldStartWith(message);

    [Fact]
    public void A_phantom_left_empty_has_400_materials() =>
        Reading.Valid("experiment: small\ndataset: { phantom: {} }\ntargets: density").Dataset
            .ShouldBe(new DatasetSource.Phantom(new(400, 7)));
}
