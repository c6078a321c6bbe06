using System.Globalization;
using System.Xml.Linq;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

public class LatticesAreDrawn
{
    private static LatticeAnalysis Structure => LatticeStudy.Analysis.Entanglement.Representations[0];

    [Fact]
    public void The_lattice_of_structure_is_the_approved_one() => LatticeFigure.Draw(Structure).ShouldMatchApproved(Approved.As("svg"));

    [Fact]
    public void Every_edge_that_informs_or_has_an_unsound_effect_is_an_arrow_with_its_sentence_and_no_other_is_drawn()
    {
        var arrows = Groups("informs", "harms", "untrusted").Select(group => group.Elements().First().Value).ToArray();
        var drawn = Structure.Lattice.Edges.Where(edge => edge.IsReal || edge.IsPathological).ToArray();

        arrows.Order().ShouldBe(drawn.Select(EntanglementText.Sentence).Order());
        arrows.ShouldContain(arrow =>
            arrow.StartsWith("density \u2192 volume: \u221240.0 % (\u221241.") && arrow.EndsWith(" by 3 seeds, informs."));
        arrows.ShouldContain(arrow => arrow.EndsWith("untrusted (control-informs)."));
        Groups("nothing", "undecided").ShouldBeEmpty();
    }

    [Fact]
    public void Verdicts_differ_by_dashes_as_well_as_by_colour()
    {
        string[] verdicts = ["informs", "harms", "untrusted"];
        verdicts.Select(verdict => Line(verdict).Attribute("stroke")!.Value).ShouldBeUnique();
        verdicts.Select(verdict => Line(verdict).Attribute("stroke-dasharray")?.Value ?? "solid").ShouldBeUnique();
    }

    [Fact]
    public void A_larger_change_has_a_wider_arrow()
    {
        var widths = Groups("informs")
            .Select(group => double.Parse(group.Elements().ElementAt(1).Attribute("stroke-width")!.Value, CultureInfo.InvariantCulture))
            .ToArray();
        widths.ShouldBe(widths.Order().ToArray(), "drawn from the weak to the strong");
        widths[^1].ShouldBe(7, "the strongest");
    }

    [Fact]
    public void Targets_are_discs_and_what_is_only_a_feature_is_a_square()
    {
        Groups("target").Count().ShouldBe(4);
        Groups("target").ShouldAllBe(group => group.Elements().First().Name.LocalName == "circle");
        Groups("source").ShouldHaveSingleItem().Elements().First().Name.LocalName.ShouldBe("rect");
    }

    [Fact]
    public void No_two_properties_lie_closer_than_their_marks_are_wide()
    {
        foreach (var count in new[] { 1, 2, 5, 22 })
        {
            var nodes = Enumerable.Range(0, count).Select(place => new Datasets.PropertyName($"p{place}")).ToArray();
            var places = LatticeLayout
                .Of(
                    Structure with
                    {
                        Lattice = Structure.Lattice with { Nodes = [.. nodes] },
                        Communities = [new([.. nodes.Take(3)], new(0, 0, null, []))],
                    }
                )
                .Places;
            places.Length.ShouldBe(count);
            for (var a = 0; a < count; a++)
            for (var b = 0; b < a; b++)
                Math.Sqrt(Math.Pow(places[a].X - places[b].X, 2) + Math.Pow(places[a].Y - places[b].Y, 2))
                    .ShouldBeGreaterThan(2 * LatticeLayout.NodeRadius);
        }
    }

    [Fact]
    public void The_trade_off_marks_the_optimum()
    {
        var tradeOff = Structure.TradeOff;
        XElement.Parse(TradeOffFigure.Draw(tradeOff))
            .Elements()
            .Where(element => element.Name.LocalName == "circle")
            .Select(Drawing.TitleOf)
            .First()
            .ShouldBe(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Optimum: threshold {100 * tradeOff.Optimum!.Threshold:0.0} %, cost {tradeOff.Optimum.Cost:F3}"));
        Should.Throw<ArgumentException>(() => TradeOffFigure.Draw(tradeOff with { Curve = [], Optimum = null }));
    }

    [Fact]
    public void The_information_of_a_pair_stands_in_a_cell_beside_its_importance()
    {
        var sentences = Drawing.Titles(InformationFigure.Draw(LatticeStudy.Analysis)).ToArray();
        sentences.Length.ShouldBe(16, "five features for four targets, but none with itself");
        sentences.ShouldContain(sentence =>
            sentence.StartsWith("density and volume share ") && sentence.EndsWith("structure \u221240.0 %; composition \u221240.0 %."));
        Should.Throw<ArgumentException>(() => InformationFigure.Draw(ReportStudy.Analysis));
    }

    [Fact]
    public void Numbers_are_readable_on_every_colour_of_information()
    {
        for (var step = 0; step <= 100; step++)
        {
            var colour = SequentialScale.ColourOf(step / 100.0);
            // 4.5 to 1 is what WCAG 2.1 asks for (level AA).
            Rgb.Contrast(colour, colour.Ink).ShouldBeGreaterThanOrEqualTo(4.5);
        }
    }

    [Fact]
    public void The_legend_says_where_an_edge_is_beyond_the_scale()
    {
        var largest = LatticeFigure.Drawn(Structure.Lattice).Max(edge => Math.Abs(edge.Change));
        LatticeFigure.Draw(Structure, largest).ShouldNotContain("\u2265");
        LatticeFigure
            .Draw(Structure, largest / 2)
            .ShouldContain(FormattableString.Invariant($"change of \u2265 {100 * largest / 2:0.0} %"));
    }

    private static IEnumerable<XElement> Groups(params string[] classes) =>
        XDocument
            .Parse(LatticeFigure.Draw(Structure))
            .Descendants()
            .Where(element => element.Name.LocalName == "g" && classes.Intersect(Drawing.Classes(element)).Any());

    private static XElement Line(string verdict) => Groups(verdict).First().Elements().ElementAt(1);
}
