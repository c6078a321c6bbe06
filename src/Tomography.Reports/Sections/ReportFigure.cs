using System.Text.RegularExpressions;

namespace Tomography.Reports;

/// <summary>A figure with its caption and its numbers. The page gives it its number, and anchor and links from its id.</summary>
public sealed partial record ReportFigure
{
    /// <summary>Makes a figure.</summary>
    /// <param name="id">Name of the figure in lower case letters, digits and hyphens; no two figures of a page have the same.</param>
    /// <param name="caption">What the figure shows: a sentence of plain text, without a number.</param>
    /// <param name="how">How what it shows was computed: sentences of plain text.</param>
    /// <param name="svg">The drawing as one <c>svg</c> element; it is inserted as it is. Ids in it begin with that of the figure.</param>
    /// <param name="data">The numbers that it shows.</param>
    /// <exception cref="ArgumentException">The id has other characters.</exception>
    public ReportFigure(string id, string caption, string how, string svg, FigureData data)
    {
        if (!Ids().IsMatch(id))
            throw new ArgumentException($"'{id}' is no id of a figure; expected lower case letters, digits and hyphens.", nameof(id));
        (Id, Caption, How, Svg, Data) = (id, caption, how, svg, data);
    }

    /// <summary>Name of the figure: <c>figure-ID</c> is its anchor, <c>figures/ID.svg</c> and <c>figures/ID.csv</c> are its
    /// files.</summary>
    public string Id { get; }

    /// <summary>What the figure shows: a sentence of plain text, without a number.</summary>
    public string Caption { get; }

    /// <summary>How what it shows was computed: sentences of plain text.</summary>
    public string How { get; }

    /// <summary>The drawing as one <c>svg</c> element.</summary>
    public string Svg { get; }

    /// <summary>The numbers that it shows.</summary>
    public FigureData Data { get; }

    /// <summary>The values that <c>partials/figure</c> shows.</summary>
    internal object View => new { id = Id, caption = Caption, how = How, svg = Svg };

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
