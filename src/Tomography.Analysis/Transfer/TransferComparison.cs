using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>An ordered pair of properties seen three ways: as a feature, as a task, by the gradients of both.</summary>
/// <param name="From">The property that is told or learnt along.</param>
/// <param name="To">The target.</param>
/// <param name="Transfer">What learning the first along does to the second.</param>
/// <param name="Feature">What telling it as a feature does; null where the study does not ask.</param>
/// <param name="Gradient">What its gradient does; null where it was not measured.</param>
public sealed record TransferComparison(
    PropertyName From, PropertyName To, EdgeVerdict Transfer, EdgeVerdict? Feature, GradientSummary? Gradient)
{
    /// <summary>The representation.</summary>
    public Representation Representation => Transfer.Representation;

    /// <summary>How the two verdicts go together.</summary>
    public Concord Concord => (Feature?.Kind, Transfer.Kind) switch
    {
        (null or VerdictKind.Undecided or VerdictKind.Untrusted, _) or (_, VerdictKind.Undecided or VerdictKind.Untrusted) => Concord.Open,
        var (feature, task) when feature == task => Concord.Agrees,
        (VerdictKind.Informs, _) => Concord.OnlyAsFeature,
        (_, VerdictKind.Informs) => Concord.OnlyAsTask,
        _ => Concord.OneHarms,
    };
}
