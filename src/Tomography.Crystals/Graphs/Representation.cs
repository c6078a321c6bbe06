using System.Text.Json.Serialization;

namespace Tomography.Crystals;

/// <summary>
/// Which projection of a material a model sees ([T]), by name. How its graphs are made says its <see cref="GraphBuilder"/>.
/// </summary>
[JsonConverter(typeof(RepresentationJsonConverter))]
public readonly record struct Representation
{
    private readonly string? _name;

    /// <summary>Names a representation.</summary>
    /// <param name="name">Lower case words joined by hyphens, as experiments and reports write it.</param>
    /// <exception cref="ArgumentException">The text is not lower case words joined by hyphens.</exception>
    public Representation(string name)
    {
        if (!HyphenatedName.IsValid(name))
            throw new ArgumentException($"'{name}' cannot name a representation: write lower case words joined by hyphens.", nameof(name));
        _name = name;
    }

    /// <summary>The crystal graph: nearest neighbours and their distances.</summary>
    public static Representation Structure { get; } = new("structure");

    /// <summary>The formula without geometry: every site bonded to every other site of the cell at distance 1.</summary>
    public static Representation Composition { get; } = new("composition");

    /// <summary>By which YAML, tables and fingerprints know it.</summary>
    public string Name => _name ?? "";

    /// <summary>The name, as tables and fingerprints write it.</summary>
    public override string ToString() => Name;
}
