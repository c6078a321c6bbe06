using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>What a user who wrote a key that is not known most likely meant.</summary>
internal static class KeyAdvice
{
    /// <summary>The end of the sentence that tells it: what was meant, or how the program does what the key names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="known">The keys that are known where it stands.</param>
    /// <param name="paths">The whole paths of keys anywhere in the file.</param>
    public static string Of(string key, IReadOnlyCollection<string> known, ImmutableArray<string> paths)
    {
        // A typing error is nearer than a key of the same name elsewhere, and that is nearer than a word that is merely like another.
        if (Suggestion.Nearest(key, known) is { } near && IsNear(key, near)) return Meant(near);
        if (FamiliarKey.Find(key) is { } familiar) return $": {familiar.Advice}.";
        var elsewhere = paths.Where(p => IsSame(NameOf(p), key)).Concat(paths.Where(p => IsNear(key, NameOf(p)))).FirstOrDefault();
        if (elsewhere is not null) return Meant(elsewhere);
        return Suggestion.Nearest(key, known) is { } like && 2 * Suggestion.Distance(key, like) <= Math.Max(key.Length, like.Length)
            ? Meant(like)
            : ".";
    }

    /// <summary>Whether a key is most likely a typing error for another.</summary>
    public static bool IsNear(string key, string other) =>
        key.Length > 2 && 4 * Suggestion.Distance(key, other) <= Math.Max(key.Length, other.Length);

    private static bool IsSame(string name, string key) =>
        name.Equals(key.Replace('_', '-'), StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static string Meant(string key) => $"; did you mean '{key}'?";
}
