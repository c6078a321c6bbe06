using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports.Tests;

/// <summary>The small study with made-up predictions, from which crystals are retrieved: those by structure are better.</summary>
internal static class RetrievalStudy
{
    private const int Crystals = 60;

    private static readonly ImmutableArray<PropertyName> s_properties = [new("volume"), new("density"), new("band-gap")];

    public static ReportInput Input { get; } = SmallStudy.Input with
    {
        Analysis = SmallStudy.Input.Analysis with
        {
            Retrieval = RetrievalAnalyzer.Of(
                [
                    .. from representation in new[] { Representation.Structure, Representation.Composition }
                       from seed in new[] { 1, 2, 3 }
                       select Seed(representation, seed),
                ],
                new(), (_, name) => name == s_properties[0] ? 0.9 : 0.5, (_, _, _) => 0),
        },
    };

    private static RetrievalSeed Seed(Representation representation, int seed)
    {
        var random = new Random(seed);
        var error = representation == Representation.Structure ? 0.1 : 0.4;
        return new(representation, seed, s_properties, 3 * Crystals, Part(), Part());

        RetrievalCrystals Part()
        {
            double[][] measured = [.. s_properties.Select(_ => Enumerable.Range(0, Crystals).Select(_ => Normal()).ToArray())];
            return new(
                [.. Enumerable.Range(0, Crystals).Select(i => $"F{i / 3}")], [.. measured.Select(v => v.ToImmutableArray())],
                [.. measured.Select((v, p) => v.Select(x => x + (p + 1) * error * Normal()).ToImmutableArray())]);
        }

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
