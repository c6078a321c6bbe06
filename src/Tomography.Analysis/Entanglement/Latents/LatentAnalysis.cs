using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Sets the edges of a lattice beside the latent vectors of its models.</summary>
internal static class LatentAnalysis
{
    /// <summary>Entanglement density and CKA of a representation.</summary>
    /// <param name="lattice">The lattice of the representation.</param>
    /// <param name="sets">Latent vectors, one set per seed; sets of other representations are left out.</param>
    /// <returns>Null where no set belongs to the representation.</returns>
    /// <exception cref="ArgumentException">
    /// A property of a set is no node of the lattice or occurs twice, or its crystals differ in number from another's.
    /// </exception>
    public static LatentEntanglement? Of(EntanglementLattice lattice, IReadOnlyList<LatentSet> sets)
    {
        var own = sets.Where(set => set.Representation == lattice.Representation).ToArray();
        if (own.Length == 0) return null;

        var measured = own.SelectMany(set => PairsOf(lattice, set)).ToLookup(pair => (pair.First, pair.Second));
        var pairs = measured
            .Select(seeds =>
                seeds.First() with
                {
                    Coupling = seeds.Average(pair => pair.Coupling),
                    Cka = seeds.Average(pair => pair.Cka),
                    Seeds = seeds.Count(),
                }
            )
            .OrderBy(pair => lattice.Nodes.IndexOf(pair.First))
            .ThenBy(pair => lattice.Nodes.IndexOf(pair.Second))
            .ToImmutableArray();
        var weighted = pairs.Where(pair => pair.Weight is not null).ToArray();
        return new(
            lattice.Representation,
            pairs,
            weighted.Length == 0 ? null : weighted.Sum(pair => pair.Weight!.Value * pair.Coupling) / weighted.Length,
            pairs.IsEmpty ? null : pairs.Average(pair => pair.Cka));
    }

    private static IEnumerable<LatentPair> PairsOf(EntanglementLattice lattice, LatentSet set)
    {
        Check(lattice, set);
        var properties = set.Properties.OrderBy(property => lattice.Nodes.IndexOf(property.Property)).ToArray();
        var latents = Array.ConvertAll(properties, property => new CentredLatents(property.Latents));
        for (var first = 0; first < properties.Length; first++)
            for (var second = first + 1; second < properties.Length; second++)
            {
                var product = latents[first].Product(latents[second]);
                yield return new(
                    properties[first].Property,
                    properties[second].Property,
                    Weight(lattice, properties[first].Property, properties[second].Property),
                    LatentCoupling.Of(latents[first], latents[second], product),
                    LinearCka.Of(latents[first], latents[second], product),
                    1);
            }
    }

    private static double? Weight(EntanglementLattice lattice, PropertyName one, PropertyName other)
    {
        var edges = new[] { lattice.Find(one, other), lattice.Find(other, one) }.OfType<Edge>().Where(edge => edge.IsJudged).ToArray();
        return edges.Length == 0 ? null : edges.Average(edge => edge.IsReal ? edge.Weight : 0);
    }

    private static void Check(EntanglementLattice lattice, LatentSet set)
    {
        var seen = new HashSet<PropertyName>();
        foreach (var property in set.Properties)
        {
            var problem =
                !lattice.Nodes.Contains(property.Property)
                    ? $"is no property of the lattice; expected one of {string.Join(", ", lattice.Nodes)}"
                : !seen.Add(property.Property) ? "has two sets of latent vectors; expected one"
                : property.Latents.Crystals != set.Properties[0].Latents.Crystals
                    ? $"has latent vectors of {property.Latents.Crystals} crystals; expected {set.Properties[0].Latents.Crystals} as "
                        + $"{set.Properties[0].Property} has"
                : null;
            if (problem is not null) throw new ArgumentException($"Seed {set.Seed}: {property.Property} {problem}.", nameof(set));
        }
    }
}
