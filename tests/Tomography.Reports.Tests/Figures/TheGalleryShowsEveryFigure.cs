using System.Text.RegularExpressions;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests.Figures;

public partial class TheGalleryShowsEveryFigure
{
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs", "gallery.md"));

    [Fact]
    public void Every_figure_of_a_report_is_explained()
    {
        var known = Id().Matches(s_page).Select(match => match.Groups["id"].Value).ToHashSet();
        foreach (var figure in FiguresStandAlone.All) known.ShouldContain(figure.Id);
    }

    [Fact]
    public void Nothing_is_explained_that_no_report_has() =>
        Id().Matches(s_page).Select(match => match.Groups["id"].Value)
            .Except(FiguresStandAlone.All.Select(figure => figure.Id)).ShouldBeEmpty();

    [Fact]
    public void Every_picture_is_there()
    {
        var pictures = Picture().Matches(s_page).Select(match => match.Groups["file"].Value).ToArray();
        pictures.ShouldNotBeEmpty();
        pictures.ShouldAllBe(file => File.Exists(Repository.PathOf("docs", "images", "gallery", file)));
        Directory.GetFiles(Repository.PathOf("docs", "images", "gallery")).Select(file => Path.GetFileName(file))
            .ShouldBe(pictures, ignoreOrder: true);
    }

    // Ids begin a paragraph; further ones follow after commas.
    [GeneratedRegex(@"(?<=^|, |; |\. |and )`(?<id>[a-z0-9-]+)`(?=[,:]| and | "
        + "are)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10_000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\(images/gallery/(?<file>[^)]+)\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Picture();
}
