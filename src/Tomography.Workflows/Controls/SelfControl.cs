using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// The positive control: a model that is given its target. One that hardly uses the answer cannot show what lesser features do.
/// </summary>
internal sealed class SelfControl : ControlKind
{
    public override string Name => ControlFeatures.Self.Value;

    public override string Meaning => "the target itself, where no feature is it: the positive control";

    // Where every target is a feature, as in [T], the study has its positive controls already.
    internal override IEnumerable<PropertySet> Rows(ControlledStudy study) =>
        study.Experiment.Targets.All(t => study.Features.Contains(t)) ? [] : [ControlFeatures.Self];
}
