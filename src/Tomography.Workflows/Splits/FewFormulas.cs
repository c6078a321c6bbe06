using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;
using Tomography.Datasets;
using Tomography.Store;

namespace Tomography.Workflows;

/// <summary>Tells before training that the formulas that test models are too few for a claim, by the rule of verdicts.</summary>
internal static class FewFormulas
{
    /// <summary>What is the case, and what to do; null where nothing is.</summary>
    /// <param name="plan">The models: without edges nothing is claimed anyway.</param>
    /// <param name="tested">The materials that test models, those of all seeds one after the other.</param>
    /// <param name="table">All materials.</param>
    public static string? In(Plan plan, ImmutableArray<int> tested, MaterialTable table)
    {
        // Where all have one formula, each material counts for itself.
        if (table.Formulas.Distinct(StringComparer.Ordinal).Count() == 1) return null;
        // Of a target that some materials lack, those that have it test.
        var edges = plan.Jobs.Where(j => !j.Spec.IsBaseline)
            .SelectMany(j => j.Spec.Targets.Select(target => j.Spec.Materials.Union(target))).Distinct();
        string[] few = [.. edges.Select(e => Words(e, tested, table)).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (few.Length == 0) return null;
        var more = few.Length > 1 ? ", and there are more such" : "";
        return $"{few[0]}{more}: nothing is claimed of what a property adds, since how other formulas differ is not known. Use materials "
            + "of more formulas, or of one alone.";
    }

    private static string? Words(PropertySet properties, ImmutableArray<int> tested, MaterialTable table)
    {
        var own = table.With(properties).ToHashSet();
        int[] counts =
            [.. tested.Where(own.Contains).CountBy(i => table.Formulas[i], StringComparer.Ordinal).Select(f => f.Value).OrderDescending()];
        double all = counts.Sum();
        var worth = all * all / counts.Sum(c => (double)c * c);
        if (counts.Length == 0 || !new VerdictSettings().AreTooFew(worth)) return null;
        var which = own.Count == table.Count ? "" : $" with {string.Join(" and ", properties)}";
        var formulas = counts.Length == 1 ? "one formula" : $"{counts.Length} formulas";
        return counts.Length <= 4
            ? $"The materials{which} that test models have {formulas}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The {formulas} of the materials{which} that test models are worth {worth:0.0} equally frequent ones; the first has "
                    + $"{100 * counts[0] / all:0} % of them");
    }
}
