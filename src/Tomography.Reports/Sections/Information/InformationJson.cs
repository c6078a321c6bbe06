using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What <c>analysis.json</c> says about information; bits.</summary>
internal static class InformationJson
{
    /// <summary>Everything under <c>information</c>.</summary>
    public static object Of(InformationTable table, IEnumerable<ImportanceAgreement> agreements) => new
    {
        table.Materials,
        table.Samples,
        table.IsSubsampled,
        table.Bins,
        table.Shuffles,
        table.Pairs,
        Cells = table.Cells.Select(cell => new
        {
            Feature = cell.Feature.Value,
            Target = cell.Target.Value,
            cell.Bits,
            cell.Estimator,
            cell.Materials,
            cell.Samples,
            Chance = cell.Chance is { } chance
                ? new
                {
                    chance.Level.Mean,
                    chance.Level.High,
                    chance.LessChance,
                    chance.PValue,
                    chance.Q,
                    cell.Reading,
                }
                : null,
            Second = cell.Second is { } second ? Second(second) : null,
        }),
        Agreements = agreements.Select(agreement => new
        {
            Representation = agreement.Representation.Name,
            Target = agreement.Target?.Value,
            agreement.Ranks?.Rho,
            agreement.Ranks?.Low,
            agreement.Ranks?.High,
            agreement.Pairs,
            agreement.Features,
        }),
    };

    private static object Second(SecondSource second) => new
    {
        Feature = second.Feature.Value,
        second.Samples,
        second.Cells,
        Parts = second.By(DecompositionMethod.WilliamsBeer) is { Parts: var parts } ? Parts(parts) : null,
        Decompositions = second.Estimates.Select(estimate => new
        {
            Method = estimate.Method.Id,
            Parts = Parts(estimate.Parts),
            estimate.Shuffles,
            Redundant = Part(estimate.Redundant),
            UniqueFirst = Part(estimate.Unique),
            Synergetic = Part(estimate.Synergetic),
            Added = Part(estimate.Added),
        }),
    };

    private static object Parts(InformationParts parts) => new
    {
        parts.Redundant,
        parts.UniqueFirst,
        parts.UniqueSecond,
        parts.Synergetic,
        parts.Joint,
    };

    private static object Part(PartEstimate part) =>
        new { part.Bits, part.Chance.Mean, part.Chance.High, part.LessChance, part.IsNoMoreThanChance };
}
