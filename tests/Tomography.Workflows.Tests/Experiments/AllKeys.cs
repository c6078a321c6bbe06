using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Every key of an experiment arrives where it belongs.</summary>
public sealed class AllKeys
{
    private const string Whole = """
        # All keys.
        experiment: oxides-2.b_1
        dataset:
          csv: ${TomographyDataset}/materials.csv.gz
          limit: 1500
        representations: [composition]
        targets: [band-gap, my-own-property]
        features: [density, is-hubbard]
        seeds: [0, 2147483647]
        split: { train: 0.5, validation: 0.25, test: 0.2, by: formula }
        graph: { radius: 6.5, neighbours: 8, gaussian-step: 0.1 }
        model: { convolutions: 2, atom-features: 32, hidden: 48, hidden-layers: 2 }
        training:
          epochs: 30
          batch-size: 64
          optimizer: adam
          learning-rate: 1e-3
          momentum: 0.5
          weight-decay: 0.0001
          milestones: [20, 10]
          gamma: 0.5
          normalize: training
        """;

    [Fact]
    public void An_experiment_with_all_keys_is_read()
    {
        var folder = Path.Combine(Path.GetTempPath(), "data");
        var e = Reading.Valid(Whole, ("TomographyDataset", folder));
        e.Name.ShouldBe("oxides-2.b_1");
        e.Dataset.ShouldBe(new DatasetSource.Csv(Path.Combine(folder, "materials.csv.gz")));
        e.Limit.ShouldBe(1500);
        e.Representations.ShouldBe([Representation.Composition]);
        e.Targets.ShouldBe([new PropertyName("band-gap"), new PropertyName("my-own-property")]);
        e.Features!.Value.ShouldBe([(PropertySet)new PropertyName("density"), new PropertyName("is-hubbard")]);
        e.Seeds.ShouldBe([0, int.MaxValue]);
        e.Variants[0].Split.ShouldBe(new(0.5, 0.25, 0.2, "formula"));
        e.Variants[0].Graph.ShouldBe(new(6.5, 8, 0.1));
        e.Variants[0].Model.ShouldBe(new(2, 32, 48, 2));
        e.Variants[0].Training.Milestones.ShouldBe([10, 20]);
        (e.Variants[0].Training with { Milestones = [] }).ShouldBe(
            new(30, 64, OptimizerKind.Adam, 0.001, 0.5, 0.0001, [], 0.5, NormalizationScope.Training));
    }

    [Fact]
    public void Each_key_knows_its_place()
    {
        var locations = Reading.Valid(Whole, ("TomographyDataset", "/data")).Locations;
        locations.Of("dataset.limit").ShouldBe(new(Reading.File, 5, 3));
        locations.Of("targets[1]").ShouldBe(new(Reading.File, 7, 21));
        locations.Of("training.gamma").ShouldBe(new(Reading.File, 21, 3));
    }

    [Fact]
    public void A_key_left_out_is_placed_at_its_section() =>
        Reading
            .Valid("experiment: small\ndataset: { phantom: {} }\ntargets: density\nsplit: {}")
            .Locations.Of("split.train")
            .ShouldBe(new(Reading.File, 4, 1));

    [Fact]
    public void Names_of_older_datasets_are_understood()
    {
        var e = Reading.Valid(
            "experiment: small\ndataset: { phantom: {} }\ntargets: [band_gap, nsites]\nfeatures: [spacegroup.number, e_above_hull]");
        e.Targets.ShouldBe([new PropertyName("band-gap"), new PropertyName("number-of-sites")]);
        e.Features!.Value.ShouldBe([(PropertySet)new PropertyName("spacegroup-number"), new PropertyName("e-above-hull")]);
    }

    [Fact]
    public void No_features_is_not_all_features() =>
        Reading.Valid(Reading.Minimal + "\nfeatures: []").Features!.Value.ShouldBeEmpty();

    [Fact]
    public void An_anchor_saves_writing_a_list_twice() =>
        Reading.Valid("experiment: small\ndataset: { phantom: {} }\ntargets: &same [density, volume]\nfeatures: *same").Features!.Value
            .ShouldBe([(PropertySet)new PropertyName("density"), new PropertyName("volume")]);

    [Theory]
    [InlineData("csv")]
    [InlineData("folder")]
    public void Dataset_paths_are_relative_to_the_experiment_file(string kind)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(Reading.File))!;
        var source = Reading.Valid($"experiment: small\ndataset: {{ {kind}: ../data/crystals }}\ntargets: density").Dataset;
        var expected = Path.Combine(folder, "data", "crystals");
        source.ShouldBe(kind == "csv" ? new DatasetSource.Csv(expected) : new DatasetSource.Folder(expected));
    }
}
