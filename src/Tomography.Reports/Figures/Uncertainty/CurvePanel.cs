using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>A panel of a figure of curves.</summary>
/// <param name="Of">The target and representation that it is of.</param>
/// <param name="Facts">What is said below its title, and in its tooltip.</param>
/// <param name="Curves">The curves.</param>
/// <param name="Up">Its upright axis, in numbers; pixels are set by the figure.</param>
internal sealed record CurvePanel(TargetUncertainty Of, string Facts, IReadOnlyList<PanelCurve> Curves, Axis Up);
