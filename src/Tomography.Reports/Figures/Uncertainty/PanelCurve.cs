namespace Tomography.Reports;

/// <summary>A curve of a panel.</summary>
/// <param name="Style">Which of the styles it has, from 0.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record PanelCurve(int Style, IReadOnlyList<(double X, double Y)> Points);
