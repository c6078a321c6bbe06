namespace Tomography.Reports;

/// <summary>A figure with its caption; the page gives it its number.</summary>
/// <param name="Caption">What the figure shows: a sentence of plain text, without a number.</param>
/// <param name="Svg">The drawing as one <c>svg</c> element; it is inserted as it is.</param>
public sealed record ReportFigure(string Caption, string Svg)
{
    /// <summary>The values that <c>partials/figure</c> shows.</summary>
    internal object View => new { caption = Caption, svg = Svg };
}
