using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Tomography.Crystals;

/// <summary>
/// Keeps the members of JSON objects in the order of their declaration. By itself the serializer takes them as reflection lists them, and
/// that order can change with what else the program has looked up before.
/// </summary>
public static class DeclarationOrder
{
    /// <summary>A resolver that lists members in the order of their declaration.</summary>
    public static DefaultJsonTypeInfoResolver Resolver() => new() { Modifiers = { Sort } };

    private static void Sort(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        var sorted = type.Properties.OrderBy(p => (p.AttributeProvider as MemberInfo)?.MetadataToken ?? int.MaxValue).ToArray();
        type.Properties.Clear();
        foreach (var property in sorted) type.Properties.Add(property);
    }
}
