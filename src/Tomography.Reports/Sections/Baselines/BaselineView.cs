using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The errors of the baselines beside those of the best constant: by target, then materials, then representation.</summary>
internal static class BaselineView
{
    public static object Of(ReportInput input)
    {
        var analysis = input.Analysis;
        var all = analysis.Baselines.Concat(analysis.ReducedBaselines).ToArray();
        return new
        {
            figure = BaselineFigure.Of(input),
            hasMaterials = analysis.MaterialsDiffer,
            isReduced = !analysis.ReducedBaselines.IsEmpty,
            unconverged = Unconverged([.. all.Where(baseline => baseline.Convergence is { IsConverged: false })]),
            isAnyNoBetter = all.Any(baseline => baseline.IsNoBetterThanConstant),
            rows = analysis.Targets.SelectMany((target, place) => Rows(
                [.. all.Where(baseline => baseline.Target.Name == target.Name)], place == analysis.Targets.Length - 1)).ToArray(),
        };
    }

    private static IEnumerable<object> Rows(BaselineError[] baselines, bool isLast)
    {
        // One number of decimals per target, so that representations compare at a glance.
        var decimals = baselines.Select(baseline => baseline.TestMae).OfType<ErrorRange>()
            .Select(error => NumberText.Decimals(error.Mean)).DefaultIfEmpty(3).Max();
        // Representations of the same materials stand together.
        var rows = baselines.GroupBy(baseline => baseline.MaterialsWith).SelectMany(group => group).ToArray();
        return rows.Select((baseline, place) => new
        {
            isFirst = place == 0,
            isLast,
            span = NumberText.Count(rows.Length),
            target = baseline.Target.Name.Value,
            unit = baseline.Target.Unit,
            representation = baseline.Representation.Name,
            with = With(baseline),
            materials = baseline.Materials is { } materials ? NumberText.Count(materials) : "",
            isThere = baseline.TestMae is not null,
            mean = Text(baseline.TestMae?.Mean, decimals),
            min = Text(baseline.TestMae?.Min, decimals),
            max = Text(baseline.TestMae?.Max, decimals),
            constant = Text(baseline.ConstantMae, decimals),
            r2 = baseline.R2 is { } r2 ? NumberText.Plain(r2, 2) : "\u2013",
            seeds = NumberText.Count(baseline.Seeds),
            late = baseline.Convergence is { } end ? $"{NumberText.Count(end.LateSeeds)} of {NumberText.Count(end.Seeds)}" : "",
            isStillFalling = baseline.Convergence is { IsConverged: false },
            isNoBetter = baseline.IsNoBetterThanConstant,
        });
    }

    // Which baselines were still getting better, and how many epochs might do; null where none was.
    private static object? Unconverged(BaselineError[] baselines) => baselines.Length == 0 ? null : new
    {
        which = string.Join(", ", baselines.Select(each => $"{each.Target.Name} in {each.Representation.Name}").Distinct()),
        epochs = NumberText.Count(baselines.Max(each => each.Convergence!.Epochs)),
        more = NumberText.Count(baselines.Max(each => each.Convergence!.EpochsThatMightDo!.Value)),
    };

    // Every material of a target's baseline has the target, so that this needs no saying.
    private static string With(BaselineError baseline) =>
        baseline.MaterialsWith.Where(name => name != baseline.Target.Name).Listed();

    private static string Text(double? value, int decimals) => value is { } number ? NumberText.Fixed(number, decimals) : "";
}
