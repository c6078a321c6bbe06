using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Reads the properties that an experiment declares.</summary>
internal static class PropertyReader
{
    private const int LongestText = 100;
    private const string SameAs = "same-as";

    private static readonly IReadOnlyDictionary<string, PropertyTransform> s_transforms =
        new OrderedDictionary<string, PropertyTransform>(StringComparer.Ordinal)
        {
            ["none"] = PropertyTransform.None,
            ["log10"] = PropertyTransform.Log10,
        };

    /// <summary>Reads the section <c>properties</c>; nothing where it is absent.</summary>
    /// <param name="reading">Takes what is wrong.</param>
    /// <param name="top">The experiment.</param>
    public static ImmutableArray<PropertyDeclaration> Read(YamlReading reading, YamlSection top)
    {
        if (!top.Has("properties")) return [];
        var section = top.Section("properties", "bulk-modulus: { column: \"K_VRH (GPa)\", unit: GPa }");
        var declared = ImmutableArray.CreateBuilder<PropertyDeclaration>();
        var pairs = new List<(YamlSection Section, PropertyDeclaration Property)>();
        foreach (var key in section.Keys)
        {
            if (!section.Has(key)) continue;
            if (!PropertyName.IsValid(key) || key.EndsWith('\n'))
                section.Error(
                    DiagnosticCodes.WrongForm, key,
                    $"'{YamlReading.Shown(key)}' is not a property name: write lower case words joined by hyphens, "
                    + "of letters of any script "
                        + "and digits, like bulk-modulus.");
            else
            {
                var own = section.Section(key, "column: K_VRH, unit: GPa");
                if (ReadOne(own, new(key)) is not { } one) continue;
                declared.Add(one);
                if (own.Text(SameAs) is not null) pairs.Add((own, one));
            }
        }

        section.Finish();
        var catalogue = PropertyCatalogue.Known.With(declared.ToImmutable());
        foreach (var (own, one) in pairs)
            if (OtherOf(own, one, catalogue) is { } other)
                declared[declared.IndexOf(one)] = one with { SameAs = other };
        return declared.ToImmutable();
    }

    /// <summary>The property that another is the same as; null, and told, where it cannot be.</summary>
    private static PropertyName? OtherOf(YamlSection section, PropertyDeclaration one, PropertyCatalogue catalogue)
    {
        var (text, path) = (section.Text(SameAs)!, section.PathOf(SameAs));
        if (catalogue.Find(text) is not { } other)
            section.Error(
                DiagnosticCodes.UnknownChoice, SameAs,
                $"'{YamlReading.Shown(text)}' in '{path}' is no property that is known or declared"
                    + (catalogue.Nearest(text) is { } nearest ? $"; did you mean '{nearest}'?" : "."));
        else if (other.Name == one.Property.Name)
            section.Error(DiagnosticCodes.Conflict, SameAs, $"'{path}' names the property itself; name the one from another source.");
        else if (one.Property.Kind != PropertyKind.Number || other.Kind != PropertyKind.Number)
            section.Error(
                DiagnosticCodes.Conflict, SameAs,
                $"'{path}' compares numbers, and '{(other.Kind == PropertyKind.Number ? one.Property : other).Name}' has none.");
        else if (other.Unit != one.Property.Unit)
            section.Error(
                DiagnosticCodes.Conflict, SameAs,
                $"'{path}' compares numbers of one unit; '{one.Property.Name}' is in {Unit(one.Property)}, '{other.Name}' in "
                    + $"{Unit(other)}.");
        else return other.Name;
        return null;
    }

    private static string Unit(Property property) => property.Unit.Length == 0 ? "no unit" : YamlReading.Shown(property.Unit);

    private static PropertyDeclaration? ReadOne(YamlSection section, PropertyName name)
    {
        var known = PropertyCatalogue.Known.Find(name.Value);
        var column = section.Text("column");
        var columns = section.Text("columns");
        var unit = Short(section, "unit");
        var transform = section.Choice("transform", PropertyTransform.None, s_transforms);
        var classes = section.List<string>("classes", (string text, YamlDotNet.Core.Mark _, string _, out string value) =>
        {
            value = text;
            return true;
        });
        var source = Short(section, "source");
        section.Has(SameAs);
        section.Finish();
        if (columns is not null) return Vector(section, name, columns, unit) is { } vector ? vector with { Source = source } : null;
        if (classes is { Count: 1 })
            section.Error(DiagnosticCodes.OutOfRange, "classes", $"'{section.PathOf("classes")}' must name two classes at least.");
        if (classes is not null && transform != PropertyTransform.None)
            section.Error(
                DiagnosticCodes.Conflict,
                "transform",
                $"'{section.PathOf("transform")}' is of numbers, and '{name}' is declared to be classes.");
        var isClasses = classes is not null || (known?.Kind == PropertyKind.Classes && unit is null && transform == PropertyTransform.None);
        ImmutableArray<string> words = classes is null ? (isClasses ? known!.Classes : []) : [.. classes.Select(c => c.Value)];
        if (PropertyClasses.AreTruth([.. words.Order(StringComparer.OrdinalIgnoreCase)])) words = ["False", "True"];
        unit ??= known?.Unit ?? "";
        if (transform == PropertyTransform.Log10) unit = unit.Length == 0 ? "log10" : $"log10({unit})";
        var property = new Property(
            name, isClasses ? "" : unit, isClasses ? PropertyKind.Classes : PropertyKind.Number, words,
            column is null && known is not null ? known.Aliases : [],
            column is null ? known?.Description ?? $"Declared: {name}." : $"Column {column} of the dataset.");
        return new(property, column, transform) { Source = source };
    }

    private static PropertyDeclaration? Vector(YamlSection section, PropertyName name, string columns, string? unit)
    {
        string[] others = [.. new[] { "column", "classes", "transform" }.Where(section.Has)];
        foreach (var other in others)
            section.Error(
                DiagnosticCodes.Conflict, other,
                $"'{section.PathOf(other)}' is of one column, and '{section.PathOf("columns")}' of several.");
        if (!columns.Contains('*') && !columns.Contains('?'))
            section.Error(
                DiagnosticCodes.WrongForm, "columns",
                $"'{section.PathOf("columns")}' must be a pattern of names with * for any characters, like \"xrd_*\"; one column is named "
                    + "by 'column'.");
        return others.Length > 0
            ? null
            : new(new(name, unit ?? "", PropertyKind.Vector, [], [], $"Columns {columns} of the dataset."), null, PropertyTransform.None)
            {
                Columns = columns,
            };
    }

    private static string? Short(YamlSection section, string key)
    {
        if (section.Text(key) is not { } text) return null;
        if (text.Length <= LongestText) return text;
        section.Error(
            DiagnosticCodes.OutOfRange, key, $"'{section.PathOf(key)}' has {text.Length} characters, at most {LongestText} are read.");
        return null;
    }
}
