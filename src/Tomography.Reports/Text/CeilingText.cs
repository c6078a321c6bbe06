using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>What the ceiling of composition allows to say of a target, in words.</summary>
internal static class CeilingText
{
    /// <summary>What is said of a target: one sentence per representation, or why nothing is said.</summary>
    /// <param name="ceiling">The ceiling.</param>
    public static string Of(CompositionCeiling ceiling)
    {
        if (!ceiling.IsKnown)
            return $"{Counted(ceiling.Materials, "material has", "materials have")} another of the same formula, of "
                + $"{Counted(ceiling.Formulas, "formula", "formulas")}; with fewer than {CompositionCeiling.FewestMaterials} materials or "
                + $"{CompositionCeiling.FewestFormulas} formulas nothing can be said.";
        return string.Join(' ', ceiling.Baselines.Select(baseline => Of(ceiling, baseline, CeilingJudge.Of(ceiling, baseline))));
    }

    private static string Of(CompositionCeiling ceiling, PolymorphError baseline, CeilingClaim claim)
    {
        var name = baseline.Representation.Name;
        if (claim == CeilingClaim.TooFewSeeds)
            return $"For {Counted(baseline.Seeds, "seed", "seeds")} the {name} baseline has errors on test crystals with polymorphs: "
                + $"below {CeilingJudge.FewestSeeds} nothing is said of it.";
        var error = Number(baseline.Mae!.Value.Mean);
        var (least, most) = (Number(ceiling.Least!.Value.Low), Number(ceiling.LeaveOneOut!.Value.High));
        if (baseline.Representation == Representation.Composition)
            return claim switch
            {
                CeilingClaim.Beyond => $"The {name} baseline does better ({error}) than any function of the reduced formula can ({least} "
                    + "at least): its graph has a node per site, so it knows the size of the cell too.",
                CeilingClaim.FarAbove => $"The {name} baseline has not learnt what the formula holds: its error is {error}, where the "
                    + $"formula allows {most} or less.",
                CeilingClaim.Above => $"The {name} baseline could still learn from the formula: its error is {error}, where the formula "
                    + $"allows {most} or less.",
                _ => $"The {name} baseline ({error}) may be as good as the formula allows ({least} to {most}).",
            };
        return claim switch
        {
            CeilingClaim.Beyond => $"The {name} baseline encodes what composition cannot: its error is {error}, and no function of the "
                + $"formula reaches less than {least}.",
            CeilingClaim.Near => $"Whether the {name} baseline ({error}) encodes more than composition can is open: a function of the "
                + $"formula reaches {least} to {most}.",
            _ => $"The {name} baseline does worse ({error}) than the formula alone allows ({most} or less), so it shows nothing that "
                + "composition could not tell.",
        };
    }

    private static string Counted(int count, string one, string many) => $"{NumberText.Count(count)} {(count == 1 ? one : many)}";

    // Three digits are enough to compare by.
    private static string Number(double value) => NumberText.Fixed(value, Math.Max(0, NumberText.Decimals(value) - 1));
}
