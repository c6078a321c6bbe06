using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// Writes <c>lattice.graphml</c>: one directed graph with the measured edges of every representation, which edges name, or with those of
/// one representation only. Opens in Gephi and networkx.
/// </summary>
/// <remarks>
/// An edge has two weights: <c>weight</c> is that of the lattice, and <c>Edge Weight</c>, the change without its sign, the thickness in
/// Gephi. An edge of two representations stands there twice, as parallel edges. What is missing has no <c>data</c> element. Weights and
/// changes are fractions.
/// Key identifiers begin with <c>node-</c> or <c>edge-</c>, because readers take short ones such as d3 for those of other programs.
/// </remarks>
public static class LatticeGraphMl
{
    private static readonly XNamespace Space = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>Writes the lattices of a study; the same study gives the same text, lines end in LF.</summary>
    /// <param name="analysis">The study.</param>
    /// <param name="only">The one representation whose edges to write, for programs that merge parallel edges; null for all.</param>
    public static string Write(StudyAnalysis analysis, Representation? only = null)
    {
        var entanglement = analysis.Entanglement;
        return Write(
            analysis, "Entanglement lattice", only, [.. entanglement.Nodes], entanglement.Representations, _ => []);
    }

    /// <summary>
    /// Writes <c>transfer-REPRESENTATION.graphml</c>: the transfer lattice of a representation, whose edges lead from what is learnt along
    /// to the target; beside each the change against noise learnt along, and what gradients did.
    /// </summary>
    /// <param name="analysis">The study.</param>
    /// <param name="representation">The representation.</param>
    /// <exception cref="ArgumentException">No pair is learnt together there.</exception>
    public static string WriteTransfer(StudyAnalysis analysis, Representation representation) =>
        analysis.Transfer is { } transfer && transfer.Lattice(representation) is { } lattice
            ? Write(
                analysis, "Transfer lattice", representation, lattice.Lattice.Nodes, [lattice],
                edge => OfTransfer(edge, transfer.Comparisons.First(c => c.Transfer == edge.Verdict)))
            : throw new ArgumentException($"No pair is learnt together in {representation.Name}.", nameof(representation));

    /// <summary>
    /// Writes <c>starts-REPRESENTATION-LABELS.graphml</c>: the lattice of starts of a representation at a number of labels, whose edges
    /// lead from the source to the target; beside each the change against a start from noise, and the test errors.
    /// </summary>
    /// <param name="analysis">The study.</param>
    /// <param name="representation">The representation.</param>
    /// <param name="labels">From how many labels the models learn; null for all.</param>
    /// <exception cref="ArgumentException">Nothing starts from another model there.</exception>
    public static string WriteStarts(StudyAnalysis analysis, Representation representation, int? labels) =>
        analysis.Sequence is { } sequence
            && sequence.Lattices.FirstOrDefault(l => l.Representation == representation && l.Labels == labels) is { } lattice
            ? Write(
                analysis, "Lattice of starts", representation, lattice.Analysis.Lattice.Nodes, [lattice.Analysis],
                edge => OfStart(edge, sequence.Points.First(p => p.Labels == labels && p.Verdict == edge.Verdict)),
                SequenceText.Scope(lattice))
            : throw new ArgumentException(
                $"No model starts from another in {representation.Name} from {labels?.ToString(CultureInfo.InvariantCulture) ?? "all"} "
                    + "labels.", nameof(representation));

    private static string Write(
        StudyAnalysis analysis, string title, Representation? only, ImmutableArray<PropertyName> nodes,
        ImmutableArray<LatticeAnalysis> lattices, Func<Edge, IEnumerable<(string Name, object? Value)>> more,
        string? scope = null)
    {
        var graph = new GraphMlGraph(Space);
        foreach (var node in nodes) graph.Node(node.Value, Attributes(node, lattices, analysis));
        foreach (var lattice in lattices.Where(l => only is null || l.Lattice.Representation == only))
        foreach (var edge in lattice.Lattice.Edges)
            graph.Edge(
                $"{Word(lattice)}:{edge.Feature}:{edge.Target}",
                edge.Feature.Value,
                edge.Target.Value,
                Attributes(edge, lattice, analysis).Concat(more(edge)));
        var root = new XElement(
            Space + "graphml",
            graph.Keys,
            new XElement(
                Space + "graph",
                new XAttribute("id", "lattice"),
                new XAttribute("edgedefault", "directed"),
                new XElement(
                    Space + "desc",
                    $"{title} of {Printable(analysis.Experiment)}{((scope ?? only?.Name) is { } of ? $", {of}" : "")}"),
                graph.Elements));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static IEnumerable<(string Name, object? Value)> OfTransfer(Edge edge, TransferComparison comparison)
    {
        yield return ("change against noise", edge.Verdict.AgainstControl?.Change);
        yield return ("gradient cosine", comparison.Gradient?.Cosine);
        yield return ("conflict share", comparison.Gradient?.ConflictShare);
        yield return ("affinity", comparison.Gradient?.Affinity);
    }

    private static IEnumerable<(string Name, object? Value)> OfStart(Edge edge, SequencePoint point)
    {
        yield return ("change against noise", edge.Verdict.AgainstControl?.Change);
        yield return ("labels", point.Trained);
        yield return ("error alone", point.Alone?.Mean);
        yield return ("error from noise", point.Control?.Mean);
        yield return ("error from the source", point.Started?.Mean);
    }

    private static IEnumerable<(string Name, object? Value)> Attributes(
        PropertyName node, ImmutableArray<LatticeAnalysis> lattices, StudyAnalysis analysis)
    {
        yield return ("label", node.Value);
        yield return ("target", lattices.Any(lattice => lattice.Lattice.Targets.Contains(node)));
        yield return ("feature", analysis.Features.Any(features => features.Contains(node)));
        yield return ("unit", Printable(analysis.Property(node).Unit));
        foreach (var lattice in lattices)
            yield return ($"community {Word(lattice)}", Community(node, lattice));
        foreach (var lattice in lattices)
            yield return (
                $"regime {Word(lattice)}",
                lattice.Targets.FirstOrDefault(target => target.Target == node)?.Regime.Announced?.Word());
    }

    private static IEnumerable<(string Name, object? Value)> Attributes(Edge edge, LatticeAnalysis lattice, StudyAnalysis analysis)
    {
        var pair = analysis
            .Entanglement.Latents.FirstOrDefault(latents => latents.Representation == lattice.Lattice.Representation)
            ?.Pairs.FirstOrDefault(pair =>
                (pair.First == edge.Feature && pair.Second == edge.Target) || (pair.First == edge.Target && pair.Second == edge.Feature));
        yield return ("representation", Word(lattice));
        yield return ("weight", edge.Weight);
        // Gephi drops edges of weight 0 on import, which those that harm are: of two weights it takes the later one.
        yield return ("Edge Weight", Math.Abs(edge.Change));
        yield return ("change", edge.Change);
        yield return ("low", edge.Verdict.Effect?.Low);
        yield return ("high", edge.Verdict.Effect?.High);
        yield return ("weight low", edge.Interval?.Low);
        yield return ("weight high", edge.Interval?.High);
        yield return ("verdict", edge.Verdict.Kind.Word());
        yield return ("reason", edge.Verdict.Reason == VerdictReason.None ? null : edge.Verdict.Reason.Word());
        yield return ("seeds", edge.Seeds.Length);
        yield return ("uncertainty", edge.Uncertainty);
        yield return ("cka", pair?.Cka);
        yield return ("coupling", pair?.Coupling);
        yield return ("mutual information bits", analysis.Information?.Find(edge.Feature, edge.Target)?.Bits);
        // Programs that know these draw the edge in the colour of its verdict, as the report does.
        var colour = Convert.FromHexString(EdgeStyle.Of(edge.Verdict).Colour[1..]);
        yield return ("r", (int)colour[0]);
        yield return ("g", (int)colour[1]);
        yield return ("b", (int)colour[2]);
    }

    // Numbered from 1 in the order of the partition; properties that are alone have none.
    private static int? Community(PropertyName node, LatticeAnalysis lattice)
    {
        var place = lattice.Communities.ToList().FindIndex(community => community.Members.Contains(node));
        return place < 0 ? null : place + 1;
    }

    private static string Word(LatticeAnalysis lattice) => lattice.Lattice.Representation.Name;

    // XML has no way to write control characters.
    private static string Printable(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
