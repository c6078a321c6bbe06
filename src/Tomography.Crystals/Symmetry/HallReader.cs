using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Reads a Hall symbol into the generators that it names and its change of basis.</summary>
internal static class HallReader
{
    /// <summary>Generators before the change of basis, and the change (new coordinates from old); null where it cannot be read.</summary>
    public static (ImmutableArray<ExactOperation> Generators, ExactOperation Basis)? Read(string symbol)
    {
        var text = symbol.Replace('_', ' ').Trim();
        var basis = ExactOperation.Identity;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0)
        {
            if (!text.EndsWith(')') || BasisChange.TryParse(text[(open + 1)..^1]) is not { } change) return null;
            (text, basis) = (text[..open], change);
        }

        var words = Words(text);
        if (words.Count == 0) return null;
        var generators = ImmutableArray.CreateBuilder<ExactOperation>();
        var lattice = words[0];
        if (lattice.StartsWith('-'))
        {
            generators.Add(ExactOperation.Inversion);
            lattice = lattice[1..];
        }

        if (lattice.Length == 0 || HallTranslation.OfLattice(char.ToUpperInvariant(lattice[0])) is not { } centrings) return null;
        generators.AddRange(centrings.Select(ExactOperation.Shift));
        // The blank after the lattice letter is often left out.
        if (lattice.Length > 1) words[0] = lattice[1..];
        else words.RemoveAt(0);
        if (words.Count is 0 or > 4) return null;
        HallElement? previous = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (HallElement.TryParse(words[i].ToLowerInvariant(), i, previous) is not { } element) return null;
            generators.Add(element.Operation);
            previous = element;
        }

        return (generators.ToImmutable(), basis);
    }

    // A direction that a blank parts from its rotation, as in 3 2 ", belongs to it.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (words.Count > 1 && word[0] is '\'' or '"' or '*') words[^1] += word;
            else words.Add(word);
        return words;
    }
}
