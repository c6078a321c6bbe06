using System.Globalization;
using System.Xml.Linq;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

public class GraphMlHoldsTheLattice
{
    private static readonly XNamespace Space = "http://graphml.graphdrawing.org/xmlns";

    private static XElement Graph => XDocument.Parse(LatticeGraphMl.Write(LatticeStudy.Analysis)).Root!;

    [Fact]
    public void The_file_is_the_approved_one() =>
        Approved.Rounded(LatticeGraphMl.Write(LatticeStudy.Analysis)).ShouldMatchApproved(Approved.As("graphml"));

    [Fact]
    public void Every_value_has_a_declared_key_of_its_owner_and_the_declared_type()
    {
        var keys = Graph.Elements(Space + "key").ToDictionary(key => key.Attribute("id")!.Value);
        var data = Graph.Descendants(Space + "data").ToArray();
        data.ShouldNotBeEmpty();
        foreach (var value in data)
        {
            var key = keys[value.Attribute("key")!.Value];
            key.Attribute("for")!.Value.ShouldBe(value.Parent!.Name.LocalName);
            Action parse = key.Attribute("attr.type")!.Value switch
            {
                "double" => () => double.IsFinite(double.Parse(value.Value, CultureInfo.InvariantCulture)).ShouldBeTrue(),
                "int" => () => int.Parse(value.Value, CultureInfo.InvariantCulture),
                "boolean" => () => value.Value.ShouldBeOneOf("true", "false"),
                _ => () => key.Attribute("attr.type")!.Value.ShouldBe("string"),
            };
            parse();
        }
    }

    [Fact]
    public void Each_measured_edge_of_each_representation_is_an_edge_between_declared_nodes()
    {
        var nodes = Graph.Descendants(Space + "node").Select(node => node.Attribute("id")!.Value).ToArray();
        var edges = Graph.Descendants(Space + "edge").ToArray();

        nodes.ShouldBe(["volume", "density", "band-gap", "energy-per-atom", "spacegroup-crystal-system"], "controls are no nodes");
        edges.Length.ShouldBe(LatticeStudy.Analysis.Entanglement.Representations.Sum(lattice => lattice.Lattice.Edges.Length));
        edges.ShouldAllBe(edge => nodes.Contains(edge.Attribute("source")!.Value) && nodes.Contains(edge.Attribute("target")!.Value));
        edges.Select(edge => edge.Attribute("id")!.Value).ShouldBeUnique();
    }

    [Fact]
    public void An_edge_carries_its_weight_verdict_and_what_stands_beside_it()
    {
        var edge = Graph.Descendants(Space + "edge").Single(edge => edge.Attribute("id")!.Value == "structure:density:volume");

        Value(edge, "representation").ShouldBe("structure");
        Value(edge, "verdict").ShouldBe("informs");
        double.Parse(Value(edge, "weight-low")!, CultureInfo.InvariantCulture).ShouldBeInRange(0.35, 0.4);
        double.Parse(Value(edge, "weight")!, CultureInfo.InvariantCulture).ShouldBe(0.4, 1e-3, "as the study was made");
        Value(edge, "seeds").ShouldBe("3");
        Value(edge, "cka").ShouldNotBeNull();
        Value(edge, "mutual-information-bits").ShouldNotBeNull();
        Value(Graph.Descendants(Space + "edge").Single(edge => edge.Attribute("id")!.Value == "composition:density:volume"), "cka")
            .ShouldBeNull("only structure has latent vectors");
    }

    /// <summary>
    /// Its importer knows columns by these names, takes the last one that an edge has, and drops an edge whose weight is 0.
    /// </summary>
    [Fact]
    public void Gephi_keeps_every_edge_that_changes_anything_with_the_strength_of_its_change()
    {
        var edges = Graph.Descendants(Space + "edge").ToArray();
        edges.ShouldContain(
            edge => Value(edge, "verdict") == "harms" && double.Parse(Value(edge, "weight")!, CultureInfo.InvariantCulture) == 0,
            "the study has one to lose");
        foreach (var edge in edges)
        {
            var weight = edge.Elements(Space + "data")
                .Last(data => data.Attribute("key")!.Value is "edge-weight" or "edge-Edge-Weight")
                .Value;
            var change = Math.Abs(double.Parse(Value(edge, "change")!, CultureInfo.InvariantCulture));
            double.Parse(weight, CultureInfo.InvariantCulture).ShouldBe(change, 1e-15, "the same number, read twice");
            change.ShouldBeGreaterThan(0);
        }

        Graph
            .Elements(Space + "key")
            .Single(key => key.Attribute("id")!.Value == "edge-Edge-Weight")
            .Attribute("attr.name")!
            .Value.ShouldBe("Edge Weight");
    }

    /// <summary>Its default is to add parallel edges up, so that an edge of two representations would show neither.</summary>
    [Fact]
    public void The_file_of_one_representation_has_its_edges_only_and_no_parallel_ones()
    {
        var all = Graph.Descendants(Space + "edge").Select(edge => edge.ToString()).ToArray();
        var parts = new[] { Representation.Structure, Representation.Composition }
            .Select(one => XDocument.Parse(LatticeGraphMl.Write(LatticeStudy.Analysis, one)).Root!)
            .ToArray();
        foreach (var part in parts)
        {
            part.Descendants(Space + "edge")
                .Select(edge => (edge.Attribute("source")!.Value, edge.Attribute("target")!.Value))
                .ShouldBeUnique();
            part.Descendants(Space + "node")
                .Select(node => node.ToString())
                .ShouldBe(Graph.Descendants(Space + "node").Select(node => node.ToString()));
        }

        parts[0].Descendants(Space + "desc").Single().Value.ShouldEndWith(", structure");
        parts.SelectMany(part => part.Descendants(Space + "edge")).Select(edge => edge.ToString()).ShouldBe(all);
    }

    [Fact]
    public void An_edge_has_the_colour_of_its_verdict()
    {
        foreach (var edge in Graph.Descendants(Space + "edge"))
            $"{Value(edge, "r")} {Value(edge, "g")} {Value(edge, "b")}".ShouldBe(
                Value(edge, "verdict") switch
                {
                    "informs" => "33 102 172",
                    "harms" => "178 24 43",
                    "untrusted" => "196 90 0",
                    _ => "196 200 204",
                }
            );
    }

    [Fact]
    public void A_study_without_results_has_its_nodes_and_no_edges()
    {
        var root = XDocument.Parse(LatticeGraphMl.Write(StudyAnalyzer.Analyze(ReportStudy.Results with { Scores = [] }))).Root!;
        root.Descendants(Space + "node").Count().ShouldBe(3);
        root.Descendants(Space + "edge").ShouldBeEmpty();
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_become_spaces() =>
        XDocument
            .Parse(LatticeGraphMl.Write(LatticeStudy.Analysis with { Experiment = "a\u0001<b>" }))
            .Descendants(Space + "desc")
            .Single()
            .Value.ShouldBe("Entanglement lattice of a <b>");

    private static string? Value(XElement owner, string name) =>
        owner.Elements(Space + "data").SingleOrDefault(data => data.Attribute("key")!.Value == "edge-" + name)?.Value;
}
