using System.Globalization;
using System.Xml.Linq;

namespace Tomography.Reports;

/// <summary>Collects nodes and edges of a GraphML graph and declares a key for each attribute that occurs.</summary>
internal sealed class GraphMlGraph(XNamespace space)
{
    private readonly OrderedDictionary<string, XElement> _keys = [];
    private readonly List<XElement> _elements = [];

    /// <summary>The keys, in the order of their first use.</summary>
    public IEnumerable<XElement> Keys => _keys.Values;

    /// <summary>Nodes and edges in the order they were added.</summary>
    public IEnumerable<XElement> Elements => _elements;

    /// <summary>Adds a node; attributes without a value are left out.</summary>
    public void Node(string id, IEnumerable<(string Name, object? Value)> attributes) =>
        _elements.Add(new(space + "node", new XAttribute("id", id), Data("node", attributes)));

    /// <summary>Adds an edge from one node to another; attributes without a value are left out.</summary>
    public void Edge(string id, string source, string target, IEnumerable<(string Name, object? Value)> attributes) =>
        _elements.Add(
            new(
                space + "edge",
                new XAttribute("id", id),
                new XAttribute("source", source),
                new XAttribute("target", target),
                Data("edge", attributes)));

    private XElement[] Data(string owner, IEnumerable<(string Name, object? Value)> attributes) =>
        [
            .. attributes
                .Where(attribute => attribute.Value is not null)
                .Select(attribute => new XElement(
                    space + "data",
                    new XAttribute("key", Key(owner, attribute.Name, attribute.Value!)),
                    Text(attribute.Value!))),
        ];

    private string Key(string owner, string name, object value)
    {
        var id = $"{owner}-{name.Replace(' ', '-')}";
        _keys.TryAdd(
            id,
            new(
                space + "key",
                new XAttribute("id", id),
                new XAttribute("for", owner),
                new XAttribute("attr.name", name),
                new XAttribute("attr.type", TypeOf(value))));
        return id;
    }

    private static string TypeOf(object value) => value switch
    {
        double => "double",
        int => "int",
        bool => "boolean",
        string => "string",
        _ => throw new ArgumentException($"No attribute is made of {value.GetType().Name}.", nameof(value)),
    };

    private static string Text(object value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
