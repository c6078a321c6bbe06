using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Store;

/// <summary>One model of a cohort that a worker is told to train.</summary>
/// <param name="Key">The job.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Target">The property to predict; the first in the order of names where it has several.</param>
/// <param name="Features">The extra properties; none for the baseline.</param>
/// <param name="Keeps">What it leaves in the store beside its result.</param>
/// <param name="Fingerprint">What its result depends on beyond what the cohort shares.</param>
public sealed record ModelOrder(
    JobKey Key, string Title, PropertyName Target, PropertySet Features, Kept Keeps, ImmutableArray<FingerprintPart> Fingerprint)
{
    /// <summary>The other properties that it predicts; null where it has one target.</summary>
    public PropertySet? Joined { get; init; }

    /// <summary>From how many materials of the training part it learns; null for all.</summary>
    public int? Labels { get; init; }

    /// <summary>The model whose trunk it starts from, which has to be trained before; null where it starts from initial weights.</summary>
    public StartOrder? Start { get; init; }
}
