using System.Collections.Immutable;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>A page of the size of the study of [T] stays under 3 MB, whatever is drawn on it.</summary>
public class PagesStaySmall
{
    private const int Targets = 9, Features = 13, Epochs = 500;

    [Fact]
    public void The_page_of_a_study_as_large_as_that_of_T_has_fewer_than_3_MB()
    {
        var page = HtmlReport.Make(Input(), Shipped.Templates);
        page.Figures.Select(figure => figure.Id).ShouldContain("parity");
        page.Figures.Select(figure => figure.Id).ShouldContain("learning-curves");
        System.Text.Encoding.UTF8.GetByteCount(page.Html).ShouldBeLessThan(3_000_000);
    }

    private static ReportInput Input()
    {
        ImmutableArray<Property> properties =
        [
            .. Enumerable.Range(0, Features).Select(place =>
                new Property(new($"property-with-a-long-name-{place}"), "eV/atom", PropertyKind.Number, [], [], "A property.")),
        ];
        var study = StudyMaker.Of(
            "as large as [T]", [Representation.Structure, Representation.Composition], properties[..Targets],
            [.. properties.Select(property => (PropertySet)property.Name)], properties, [], [123, 456, 789, 321, 654],
            (representation, feature, target) => representation == Representation.Structure ? -0.02
                : 0.1 - 0.03 * ((feature.Length + target.Length + target[^1]) % 2), 0.01);
        var results = study with { Scores = [.. study.Scores.Select(Learnt)] };
        var options = new AnalysisOptions
        {
            Lattice = new() { Resamples = 5, Permutations = 5 }, Information = new() { Shuffles = 19, PartShuffles = 19 },
            Columns = [.. properties.Select((property, place) => new PropertyColumn(
                property, [.. Enumerable.Range(1, 400).Select(material => material * (0.618 + place) % 1)]))],
        }.WithCrystals(results);
        return new(StudyAnalyzer.Analyze(results, options), results, ReportStudy.Context)
        {
            Parity =
            [
                .. from target in results.Targets
                   from representation in results.Representations
                   select Cloud(representation, target.Name),
            ],
        };
    }

    private static ModelScore Learnt(ModelScore score) => score with
    {
        ValidationErrors = [.. Enumerable.Range(1, Epochs).Select(epoch => score.TestMae * (1 + 5.0 / epoch + 0.1 * (epoch * 0.618 % 1)))],
    };

    // As wide as no model errs: all squares hold a few, which is the worst for the page.
    private static ParityDensity Cloud(Representation representation, PropertyName target) => ParityDensity.Of(
        representation, target,
        [[.. Enumerable.Range(1, 25_000).Select(place => (place * 0.6180339887 % 1, place * 0.7548776662 % 1))]])!;
}
