namespace Tomography.Crystals;

/// <summary>"Did you mean": the valid choice nearest to what was written.</summary>
public static class Suggestion
{
    private const int LongestText = 200;

    /// <summary>
    /// The candidate with the smallest edit distance (Levenshtein, case ignored), the first of equals; null where there is none or
    /// the best shares too little with the text to be meant (more edits than two thirds of the longer word).
    /// </summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        if (text.Length > LongestText) text = text[..LongestText];
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(text, candidate);
            if (distance >= bestDistance || 3 * distance > 2 * Math.Max(text.Length, candidate.Length)) continue;
            best = candidate;
            bestDistance = distance;
        }

        return best;
    }

    /// <summary>How many letters must be put in, left out or changed to make one text of the other (Levenshtein, case ignored).</summary>
    public static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + substitution);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
