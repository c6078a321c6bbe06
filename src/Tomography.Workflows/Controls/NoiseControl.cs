using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>A number that knows nothing of its material.</summary>
internal sealed class NoiseControl : ControlKind
{
    public override string Name => ControlFeatures.Noise.Value;

    public override string Meaning => "normally distributed numbers";

    internal override IEnumerable<PropertySet> Rows(ControlledStudy study) => [ControlFeatures.Noise];

    internal override IEnumerable<PropertyColumn> Columns(Dataset dataset, ControlledStudy study)
    {
        var random = new Generator(0, GeneratorPurpose.Control, Name);
        yield return new(
            new(ControlFeatures.Noise, "", PropertyKind.Number, [], [], "Control: normally distributed noise."),
            [.. dataset.Materials.Select(_ => Normal(random))]);
    }

    /// <summary>
    /// The sum of twelve uniform numbers, less six: normal enough for a control, and equal on every machine, which a logarithm is not.
    /// </summary>
    internal static double Normal(Generator random)
    {
        double sum = -6;
        for (var i = 0; i < 12; i++) sum += random.NextUnit();
        return sum;
    }
}
