using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>The value of the build property <c>TomographyLimits</c>, like <c>Sites=5000+Rows=10</c>.</summary>
public static class LimitText
{
    /// <summary>
    /// Names and values, in the order written; parts are separated by <c>+</c>, <c>,</c> or <c>;</c>. A part without <c>=</c> has no value.
    /// </summary>
    public static ImmutableArray<KeyValuePair<string, string>> Split(string text) =>
    [
        .. text.Split(['+', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(part => KeyValuePair.Create(part[0], part.Length > 1 ? part[1] : "")),
    ];

    /// <summary>What is wrong with the names, a sentence each: those that no limit has, and those that stand twice.</summary>
    /// <param name="given">Names and values.</param>
    /// <param name="options">The names that there are.</param>
    public static ImmutableArray<string> CheckNames(ImmutableArray<KeyValuePair<string, string>> given, ImmutableArray<string> options)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, _) in given)
        {
            if (!options.Contains(name, StringComparer.OrdinalIgnoreCase)) problems.Add(Unknown(name, options));
            else if (!seen.Add(name)) problems.Add($"TomographyLimits: {name} stands twice.");
        }

        return problems.ToImmutable();
    }

    private static string Unknown(string name, ImmutableArray<string> options)
    {
        var nearest = Suggestion.Nearest(name, options) is { } meant ? $"; did you mean '{meant}'?" : ".";
        return $"TomographyLimits: '{Excerpt.Of(name)}' is no limit that can be set{nearest} Limits: {string.Join(", ", options)}.";
    }
}
