using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

public class PublishedIsRead
{
    private static string Yaml(string published) => $"{Reading.Minimal}\npublished: {published}";

    [Fact]
    public void It_is_none_where_it_is_left_out() => Reading.Valid(Reading.Minimal).Published.ShouldBeNull();

    [Fact]
    public void What_was_significant_stands_by_representation_and_target()
    {
        var published = Reading.Valid(Yaml(
            "{ source: Table 1, structure: { band_gap: [] }, composition: { band-gap: [volume, nsites], density: volume }, spread: "
                + "{ volume: [500.3, 569.6] } }")).Published!;
        published.Source.ShouldBe("Table 1");
        // Those that are named, where no others are said to have been tried.
        published.Features.Select(f => f.Value).ShouldBe(["number-of-sites", "volume"]);
        published.Rows.Select(r => (r.Representation.Name, r.Target.Value, string.Join(' ', r.Significant))).ShouldBe(
            [("structure", "band-gap", ""), ("composition", "band-gap", "volume number-of-sites"), ("composition", "density", "volume")]);
        published.Spreads.ShouldBe([new(new("volume"), 500.3, 569.6)]);
    }

    [Fact]
    public void Features_that_were_tried_in_vain_can_be_named() =>
        Reading.Valid(Yaml("{ source: x, features: [volume, is-hubbard], structure: { density: [volume] } }")).Published!.Features
            .Select(f => f.Value).ShouldBe(["volume", "is-hubbard"]);

    [Theory]
    [InlineData("{ structure: { density: [] } }", "TOMO1002", "'published.source' is missing")]
    [InlineData("{ source: x }", "TOMO1002", "'published' lists no target")]
    [InlineData("{ source: x, structur: { density: [] } }", "TOMO1003", "did you mean 'structure'?")]
    [InlineData("{ source: x, structure: { densty!: [] } }", "TOMO1006", "'densty!' is not a property name")]
    [InlineData("{ source: x, structure: { nsites: [], number-of-sites: [] } }", "TOMO1007", "'number-of-sites' stands twice")]
    [InlineData("{ source: x, structure: { density: [] }, spread: { volume: [1] } }", "TOMO1004", "a mean and a standard deviation")]
    [InlineData("{ source: x, structure: { density: [] }, spread: { volume: [1, -1] } }", "TOMO1004", "of 0 or more")]
    [InlineData("{ source: x, features: [volume], structure: { density: [band-gap] } }", "TOMO1009", "add it there")]
    [InlineData("here", "TOMO1004", "'published' must be a mapping")]
    public void What_is_wrong_is_told_at_its_line(string published, string code, string message)
    {
        var problem = Reading.Problem(Yaml(published));
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(message);
        problem.Location.Line.ShouldBe(Reading.Minimal.Split('\n').Length + 1);
    }
}
