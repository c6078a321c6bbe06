using System.Collections.Immutable;

namespace Tomography.Reports;

/// <summary>A page, and the figures on it, which are files beside it, too.</summary>
/// <param name="Html">The page; lines end in LF.</param>
/// <param name="Figures">Its figures, in the order of the page.</param>
public sealed record HtmlPage(string Html, ImmutableArray<ReportFigure> Figures)
{
    /// <summary>The files that the page links to.</summary>
    public IEnumerable<FigureFile> Files => Figures.SelectMany(FigureFile.Of);

    /// <summary>A page whose captions are numbered.</summary>
    /// <exception cref="ArgumentException">Two figures have the same id.</exception>
    internal static HtmlPage Of(string html, IEnumerable<ReportFigure> figures)
    {
        var all = figures.ToImmutableArray();
        var twice = all.GroupBy(figure => figure.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any())?.Key;
        return twice is null ? new(Captions.Number(html), all)
            : throw new ArgumentException($"Two figures have the id '{twice}'; expected a different one for each.", nameof(figures));
    }
}
