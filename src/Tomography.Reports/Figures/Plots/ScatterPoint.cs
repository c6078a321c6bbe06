using System.Xml.Linq;

namespace Tomography.Reports;

/// <summary>A point of a scatter plot.</summary>
/// <param name="X">Where it lies across.</param>
/// <param name="Y">Where it lies up.</param>
/// <param name="Label">What stands beside it where there is room; empty for nothing. Points with labels that matter come first.</param>
/// <param name="Sentence">Its title.</param>
/// <param name="Mark">Draws it at a place, pixels.</param>
internal sealed record ScatterPoint(double X, double Y, string Label, string Sentence, Func<double, double, XElement> Mark);
