using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The error of a baseline as a multiple of that of the best constant.</summary>
/// <param name="Baseline">The baseline.</param>
/// <param name="Mean">Mean over the seeds; null where there is none, or the constant makes no error.</param>
/// <param name="Seeds">The error of each seed.</param>
internal sealed record BaselinePoint(BaselineError Baseline, double? Mean, ImmutableArray<double> Seeds)
{
    /// <summary>The baselines of a study on all materials, by target and then representation.</summary>
    public static ImmutableArray<BaselinePoint> Of(ReportInput input) =>
    [
        .. from target in input.Analysis.Targets
           from baseline in input.Analysis.Baselines
           where baseline.Target.Name == target.Name
           select Of(baseline, input.Results),
    ];

    private static BaselinePoint Of(BaselineError baseline, StudyResults results)
    {
        if (baseline is not { TestMae: { } error, ConstantMae: > 0 and { } constant }) return new(baseline, null, []);
        var scores = results.Scores.Where(score => score.Model.IsBaseline && score.Model.Representation == baseline.Representation
            && score.Target == baseline.Target.Name && score.Model.Materials == baseline.MaterialsWith);
        var seeds = scores.Select(score => score.TestMae / constant).ToImmutableArray();
        return new(baseline, seeds.IsEmpty ? null : error.Mean / constant, seeds);
    }
}
