using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What is known of an edge before it is judged.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Feature">The feature, or the set of them.</param>
/// <param name="Target">The target.</param>
internal sealed record EdgeEvidence(Representation Representation, PropertySet Feature, PropertyName Target)
{
    /// <summary>The errors of its models.</summary>
    public required SeedErrors Errors { get; init; }

    /// <summary>The parts of the effect against the baseline; null where there are too few seeds.</summary>
    public required EffectParts? Parts { get; init; }

    /// <summary>The effect against the baseline.</summary>
    public required Effect? Effect { get; init; }

    /// <summary>The control of the feature's width; null where there is none.</summary>
    public required PropertySet? Control { get; init; }

    /// <summary>How many seeds of the edge have the control as well; null where none is asked for.</summary>
    public int? ControlSeeds { get; init; }

    /// <summary>The effect against the control.</summary>
    public required Effect? AgainstControl { get; init; }

    /// <summary>The effect of the control itself against the baseline.</summary>
    public required Effect? ControlEffect { get; init; }

    /// <summary>Whether values of feature or target are odd and were used as they are.</summary>
    public bool HasOddData { get; init; }

    /// <summary>Whether it is enough that one of the two models has learnt something, where else the baseline must have.</summary>
    public bool EitherMayLearn { get; init; }

    /// <summary>How often it was looked at, see <see cref="LookCorrection"/>; at least 1.</summary>
    public int Looks { get; init; } = 1;

    /// <summary>What it would take to decide it.</summary>
    public required EdgeOutlook Outlook { get; init; }
}
