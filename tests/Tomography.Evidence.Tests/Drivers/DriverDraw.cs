using Tomography.Analysis;

namespace Tomography.Evidence.Tests;

/// <summary>What a transfer lattice of one study looks like.</summary>
/// <param name="Informs">Share of the judged edges that inform: the density.</param>
/// <param name="Harms">Share that harm.</param>
/// <param name="Change">Mean change of the error over the edges, as a fraction of that of the baseline.</param>
/// <param name="Size">Mean size of that change, for good or bad.</param>
/// <param name="Finding">Its regime.</param>
internal sealed record DriverDraw(double Informs, double Harms, double Change, double Size, RegimeFinding Finding)
{
    /// <summary>The lattice as reports have it: an edge must beat the model alone, and the same joint model beside noise.</summary>
    public static DriverDraw OfVerdicts(TrainedStudy study) => Of(study, study.Results.Joint!);

    /// <summary>
    /// What partners do by themselves: the baseline is the model beside noise, as large and trained as long, so that what sharing costs is
    /// not counted. Nearer to what [P] means by coupling.
    /// </summary>
    public static DriverDraw OfPartners(TrainedStudy study) => Of(study, study.Results.Joint! with
    {
        Runs = [.. study.Results.Joint!.Runs.Select(run => run with { Alone = run.Control, Control = null })],
    });

    /// <summary>Share of the repetitions of the study that show a regime; 0 where there are too few edges for any.</summary>
    public double Share(Regime regime) => Finding.Shares.Where(s => s.Regime == regime).Select(s => s.Share).FirstOrDefault();

    private static DriverDraw Of(TrainedStudy study, JointResults joint)
    {
        var transfer = TransferAnalyzer.Of(study.Results with { Joint = joint }, [], study.Options)!;
        var lattice = transfer.Lattices[0];
        double judged = Math.Max(1, lattice.Measures.Counts.Judged);
        double[] changes = [.. transfer.Verdicts.Select(v => v.Effect?.Change).OfType<double>()];
        return new(
            transfer.Verdicts.Count(v => v.Kind == VerdictKind.Informs) / judged,
            transfer.Verdicts.Count(v => v.Kind == VerdictKind.Harms) / judged, changes.Average(), changes.Average(Math.Abs),
            lattice.Regime);
    }
}
