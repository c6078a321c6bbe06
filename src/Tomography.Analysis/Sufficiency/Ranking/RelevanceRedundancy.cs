using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Ranks properties as MODNet does (De Breuck, Hautier, Rignanese, npj Comput. Mater. 7, 83, 2021): first what tells most about the target,
/// then what has the largest of relevance over redundancy, the smallest ratio over those chosen counting. By its code p and c change with
/// the number n of those chosen.
/// </summary>
internal static class RelevanceRedundancy
{
    private const double Least = 1e-12;

    /// <summary>The properties, the best first.</summary>
    /// <param name="from">The properties.</param>
    /// <param name="relevance">Normalised mutual information of a property and the target, at least 0.</param>
    /// <param name="redundancy">The same of two properties.</param>
    public static ImmutableArray<PropertyName> Of(
        ImmutableArray<PropertyName> from, Func<PropertyName, double> relevance, Func<PropertyName, PropertyName, double> redundancy)
    {
        var chosen = new List<PropertyName>();
        while (chosen.Count < from.Length)
        {
            var n = chosen.Count;
            var power = Math.Max(0.1, 4.5 - 0.4 * Math.Pow(n, 0.4));
            var offset = Math.Max(Least, Math.Min(1e5, 1e-6 * n * n * n));
            chosen.Add(from.Except(chosen).OrderByDescending(Score).ThenBy(name => name).First());

            double Score(PropertyName name) => n == 0
                ? relevance(name)
                : chosen.Min(other => relevance(name) / (Math.Pow(redundancy(name, other), power) + offset));
        }

        return [.. chosen];
    }
}
