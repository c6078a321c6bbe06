using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>How the losses of the tasks of a joint model are added up. Two are equal where they say the same.</summary>
/// <param name="Kind">How.</param>
/// <param name="Given">
/// Where the user says: the weights of targets in the order of their names; a target that is not named weighs 1. Else empty.
/// </param>
public sealed record LossWeights(LossWeighting Kind, ImmutableArray<TargetWeight> Given)
{
    /// <summary>Each counts once.</summary>
    public static LossWeights Equal { get; } = new(LossWeighting.Equal, []);

    /// <summary>By log-variances that are learnt.</summary>
    public static LossWeights Uncertainty { get; } = new(LossWeighting.Uncertainty, []);

    /// <summary>Whether they are learnt.</summary>
    [JsonIgnore]
    public bool AreLearnt => Kind == LossWeighting.Uncertainty;

    /// <summary>The weight of a target's loss before any is learnt.</summary>
    public double Of(PropertyName target)
    {
        foreach (var given in Given)
            if (given.Target == target)
                return given.Weight;
        return 1;
    }

    /// <summary>The weights that concern some targets, as text: <c>equal</c>, <c>uncertainty</c> or <c>band-gap=2 volume=0.5</c>.</summary>
    /// <param name="targets">The targets; a weight of 1 is left out. All weights where they are left out.</param>
    public string Text(PropertySet? targets = null)
    {
        if (Kind != LossWeighting.Given) return Kind == LossWeighting.Equal ? "equal" : "uncertainty";
        var named = Given.Where(w => targets is not { } some || (w.Weight != 1 && some.Contains(w.Target)))
            .Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Target}={w.Weight:R}")).ToArray();
        return named.Length == 0 ? "equal" : string.Join(' ', named);
    }

    /// <inheritdoc/>
    public bool Equals(LossWeights? other) => other is not null && Kind == other.Kind && Given.AsSpan().SequenceEqual(other.Given.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Given.Length);
}
