using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The parts of what a feature and a second source tell about a target, by one decomposition.</summary>
/// <param name="Method">The decomposition.</param>
/// <param name="Parts">The parts as they are, which add up; the feature is the first source.</param>
/// <param name="Redundant">What either tells, beside chance.</param>
/// <param name="Unique">What only the feature tells, beside chance.</param>
/// <param name="Synergetic">What only both together tell, beside chance.</param>
/// <param name="Added">Unique and synergetic together, beside chance: what the feature adds where the second source is known.</param>
/// <param name="Shuffles">How often the feature's values were shuffled.</param>
public sealed record PartsEstimate(
    DecompositionMethod Method,
    InformationParts Parts,
    PartEstimate Redundant,
    PartEstimate Unique,
    PartEstimate Synergetic,
    PartEstimate Added,
    int Shuffles)
{
    /// <summary>Estimates the parts by every decomposition that fits.</summary>
    /// <param name="triple">The materials.</param>
    /// <param name="settings">How many shuffles.</param>
    internal static ImmutableArray<PartsEstimate> Of(SourceTriple triple, InformationSettings settings)
    {
        var ways = Decomposition.All.Select(way => (way.Method, Divide: way.For(triple))).Where(way => way.Divide is not null).ToArray();
        if (ways.Length == 0) return [];
        var count = triple.Cells > settings.MostCellsForPartShuffles ? InformationSettings.FewestPartShuffles : settings.PartShuffles;
        // The samples as they are, then shuffled; all decompositions take the same shuffles.
        var all = ShuffledOrders.Of(triple.Samples, count).Select(triple.Shuffled).Prepend(triple.Whole);
        var parts = all.Select(dealt => Array.ConvertAll(ways, way => way.Divide!(dealt))).ToArray();
        return [.. ways.Select((way, place) => Of(way.Method, [.. parts.Select(each => each[place])])).OfType<PartsEstimate>()];
    }

    // Null where there is no finite number, or where shuffled values give none, which are no measure of chance.
    private static PartsEstimate? Of(DecompositionMethod method, InformationParts?[] all)
    {
        InformationParts[] shuffled = [.. all.Skip(1).OfType<InformationParts>()];
        if (all[0] is not { } parts || shuffled.Length < InformationSettings.FewestPartShuffles) return null;
        return new(
            method,
            parts,
            Beside(part => part.Redundant),
            Beside(part => part.UniqueFirst),
            Beside(part => part.Synergetic),
            Beside(part => part.Added),
            shuffled.Length);

        PartEstimate Beside(Func<InformationParts, double> part) => new(part(parts), ChanceLevel.Of([.. shuffled.Select(part)]));
    }
}
