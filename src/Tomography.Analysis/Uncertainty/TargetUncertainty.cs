using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How sure the predictions of a target are, measured on crystals that no model saw.</summary>
public sealed record TargetUncertainty
{
    /// <summary>What the models see of a crystal.</summary>
    public required Representation Representation { get; init; }

    /// <summary>The target.</summary>
    public required PropertyName Target { get; init; }

    /// <summary>How there come to be crystals that models did not see.</summary>
    public required UnseenDesign Design { get; init; }

    /// <summary>How many models there are.</summary>
    public required int Models { get; init; }

    /// <summary>How many crystals there are.</summary>
    public required int Crystals { get; init; }

    /// <summary>Mean absolute error of the mean of the models, in the target's unit.</summary>
    public required double Error { get; init; }

    /// <summary>Root mean square error of the mean of the models, in the target's unit.</summary>
    public required double RootMeanSquare { get; init; }

    /// <summary>Root mean square spread of the models (epistemic), in the target's unit; null where a crystal has none.</summary>
    public required double? Spread { get; init; }

    /// <summary>Standard deviation of the noise that is left beside the spread (aleatoric), in the target's unit.</summary>
    public required double Noise { get; init; }

    /// <summary>What models say of the noise of each crystal; null where they predict no variance.</summary>
    public ToldNoise? Told { get; init; }

    /// <summary>The coverage of calibrated intervals, each level that there are crystals enough for.</summary>
    public required ImmutableArray<LevelCoverage> Levels { get; init; }

    /// <summary>The coverage at the experiment's level; null where there are too few crystals.</summary>
    public required LevelCoverage? Asked { get; init; }

    /// <summary>
    /// Width of the intervals at the experiment's level around one constant for all crystals, the median of their true values, in the
    /// target's unit; null where there are too few crystals.
    /// </summary>
    public required double? ConstantWidth { get; init; }

    /// <summary>
    /// What the models leave open: the mean width of the intervals over that of intervals around the constant, from 0 to 1; null where
    /// one of them is not known, or all crystals have the same value.
    /// </summary>
    public double? Open => Asked is { } asked && ConstantWidth is > 0 and { } constant ? Math.Min(1, asked.Width / constant) : null;

    /// <summary>Shares that intervals are to hold against those that they hold; empty where no crystal can be judged.</summary>
    public required ImmutableArray<CalibrationPoint> Curve { get; init; }

    /// <summary>Miscalibration area of calibrated intervals, from 0 to 0.5.</summary>
    public double ConformalArea => CalibrationCurve.Area(Curve.Select(p => (p.Level, p.Conformal)));

    /// <summary>That of normal errors.</summary>
    public double NormalArea => CalibrationCurve.Area(Curve.Select(p => (p.Level, (double?)p.Normal)));

    /// <summary>That of the spread alone; null where it is not known.</summary>
    public double? SpreadArea =>
        Curve.Any(p => p.SpreadAlone is null) || Curve.IsEmpty ? null : CalibrationCurve.Area(Curve.Select(p => (p.Level, p.SpreadAlone)));

    /// <summary>Expected normalised calibration error; null for too few crystals, or where all are expected to err alike.</summary>
    public required double? Ence { get; init; }

    /// <summary>Mean continuous ranked probability score of normal errors, in the target's unit.</summary>
    public required double Crps { get; init; }

    /// <summary>Root mean square of the standard deviation that is expected, in the target's unit.</summary>
    public required double Sharpness { get; init; }

    /// <summary>Whether crystals on which the models disagree are predicted worse; null where that cannot be told.</summary>
    public required RankAgreement? SpreadRank { get; init; }

    /// <summary>What error is left where the least sure are left out.</summary>
    public required ImmutableArray<RejectionPoint> Rejection { get; init; }

    /// <summary>Coverage in groups of crystals.</summary>
    public required ImmutableArray<GroupCoverage> Groups { get; init; }

    /// <summary>Errors inside the applicability domain and outside; null where distances are not known.</summary>
    public required DomainErrors? Domain { get; init; }

    /// <summary>What the gates stop.</summary>
    public required GateFindings Gates { get; init; }
}
