using System.Globalization;
using System.Text.Json.Serialization;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// What a model is, within one set of settings: the same from planner to <c>results.csv</c>. [T]'s study is the case of one target and at
/// most one feature. Settings that a matrix can sweep (split, graph, sizes, recipe) belong to the variant, not here.
/// </summary>
/// <param name="Representation">What it sees of each crystal.</param>
/// <param name="Targets">What it predicts, at least one property.</param>
/// <param name="Features">The extra properties that it is given; none for the baseline.</param>
/// <param name="Materials">
/// Which materials it uses: those that have every property named here; all of the dataset where none is named. Of properties that the same
/// materials lack, one stands for all, so that features with the same gaps share a baseline.
/// </param>
/// <param name="Seed">The seed of split, initial weights and batch order.</param>
public sealed record ModelSpec(Representation Representation, PropertySet Targets, PropertySet Features, PropertySet Materials, int Seed)
{
    /// <summary>From how many materials of the training part it learns, drawn by the seed; null for all that there are.</summary>
    public int? Labels { get; init; }

    /// <summary>
    /// The target of the model whose trunk it starts from, or all targets where that model is one of several; null where it starts from
    /// initial weights.
    /// </summary>
    public PropertySet? Start { get; init; }

    /// <summary>Whether it learns several targets.</summary>
    [JsonIgnore]
    public bool IsJoint => Targets.Count > 1;

    /// <summary>Whether it starts from another model, or learns from few labels.</summary>
    [JsonIgnore]
    public bool IsOfSequence => Labels is not null || Start is not null;

    /// <summary>Whether it is given no extra property, and learns one target, from all labels and initial weights.</summary>
    [JsonIgnore]
    public bool IsBaseline => Features.IsEmpty && !IsJoint && !IsOfSequence;

    /// <summary>The model that it is compared with: the same without extra properties, on the same materials.</summary>
    [JsonIgnore]
    public ModelSpec Baseline => this with { Features = PropertySet.None };

    /// <summary>All properties whose values it needs.</summary>
    [JsonIgnore]
    public PropertySet Properties => Targets.Union(Features);

    /// <summary>
    /// What people call it: <c>structure band-gap + density, seed 123</c>; where some materials lack a property, which they must have:
    /// <c>structure band-gap, of those with bulk-modulus, seed 123</c>.
    /// </summary>
    public override string ToString()
    {
        var features = Features.IsEmpty ? "" : $" + {string.Join(" + ", Features)}";
        // A model has the gaps of its own properties anyway.
        var gaps = Materials.Where(m => !Properties.Contains(m)).ToArray();
        var materials = gaps.Length == 0 ? "" : $", of those with {string.Join(" and ", gaps)}";
        var labels = Labels is { } count ? string.Create(CultureInfo.InvariantCulture, $", {count} labels") : "";
        var start = Start is { } source ? $", from {string.Join(" and ", source)}" : "";
        return $"{Representation} {string.Join(" and ", Targets)}{features}{materials}{labels}{start}, seed {Seed}";
    }
}
