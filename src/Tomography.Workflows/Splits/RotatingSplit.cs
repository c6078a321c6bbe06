using System.Globalization;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// Cross-validation: the dataset is cut into R parts, and the k-th seed tests part k mod R of deal k div R, validates on the next part and
/// trains on the others. Which part a seed tests depends on its place in the experiment.
/// </summary>
internal sealed class RotatingSplit : SplitRule
{
    /// <inheritdoc/>
    public override bool Applies(SplitSettings settings) => settings.Rotate > 0;

    /// <inheritdoc/>
    public override Split Deal(SplitSettings settings, SplitMaterials materials, IReadOnlyList<string>? groups, long seed, int place) =>
        Split.ByRotation(materials.Count, groups, settings.Rotate, place);

    /// <inheritdoc/>
    public override IEnumerable<FingerprintPart> Describe(
        SplitSettings settings, PreparedDataset dataset, Experiment experiment, int place) =>
    [
        new("split.deal", (place / settings.Rotate).ToString(CultureInfo.InvariantCulture)),
        new("split.part", (place % settings.Rotate).ToString(CultureInfo.InvariantCulture)),
    ];
}
