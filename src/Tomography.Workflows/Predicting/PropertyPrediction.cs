using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>What models predict of a property of a crystal: a row of <c>predictions.csv</c>.</summary>
/// <param name="Representation">What the models see.</param>
/// <param name="Target">The property.</param>
/// <param name="Id">The crystal.</param>
/// <param name="Mean">Mean over the seeds, in the property's unit.</param>
/// <param name="Spread">Sample standard deviation over the seeds, in the property's unit; null for one seed.</param>
/// <param name="Seeds">How many seeds there are.</param>
internal sealed record PropertyPrediction(
    Representation Representation,
    PropertyName Target,
    string Id,
    double Mean,
    double? Spread,
    int Seeds)
{
    /// <summary>All that the models learn where that is several targets; empty for models of the target alone.</summary>
    public PropertySet Together { get; init; }

    /// <summary>What the models say of its noise, in the property's unit; null where they predict no variance.</summary>
    public double? Noise { get; init; }

    /// <summary>How sure it is; null where that is not asked for.</summary>
    public Certainty? Certainty { get; init; }
}
