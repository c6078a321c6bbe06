using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class InputLimitsTests
{
    [Fact]
    public void The_default_of_each_limit_is_that_of_its_property()
    {
        foreach (var limit in InputLimits.All)
        {
            var property = typeof(InputLimits).GetProperty(limit.Name["Tomography".Length..]).ShouldNotBeNull(limit.Name);
            Convert.ToInt64(property.GetValue(InputLimits.Default)).ShouldBe(limit.Default, limit.Name);
            InputLimits.Default.Of(limit).ShouldBe(limit.Default);
        }

        InputLimits.All.Length.ShouldBe(typeof(InputLimits).GetProperties().Count(p => p.Name.StartsWith("Most")));
    }

    [Fact]
    public void A_value_sets_its_limit_and_no_other()
    {
        foreach (var limit in InputLimits.All)
        {
            var reading = InputLimits.Parse([new(limit.Name, "123")]);
            reading.Problems.ShouldBeEmpty();
            foreach (var other in InputLimits.All) reading.Limits.Of(other).ShouldBe(other == limit ? 123 : other.Default);
            InputLimits.Parse([new(limit.Name, limit.Highest.ToString())]).Limits.Of(limit).ShouldBe(limit.Highest);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_value_means_the_default(string value)
    {
        var reading = InputLimits.Parse([new("TomographyMostSites", value)]);
        reading.Limits.ShouldBe(InputLimits.Default);
        reading.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("1e9")]
    [InlineData("2k")]
    [InlineData("NaN")]
    [InlineData("1048576")]
    [InlineData("99999999999999999999999999")]
    public void Nonsense_is_a_problem_that_names_the_range_and_leaves_the_default(string value)
    {
        var reading = InputLimits.Parse([new("TomographyMostSites", value)]);
        reading.Limits.ShouldBe(InputLimits.Default);
        reading.Problems.ShouldHaveSingleItem().ShouldBe($"TomographyMostSites must be a whole number from 1 to 1048575, not '{value}'; its default is 2000.");
    }

    [Fact]
    public void An_unknown_name_is_a_problem_that_names_the_nearest() =>
        InputLimits.Parse([new("TomographyMaxSites", "5")]).Problems.ShouldHaveSingleItem().ShouldStartWith("'TomographyMaxSites' is no limit; did you mean 'TomographyMostSites'? Limits: TomographyMostFileBytes, ");

    [Fact]
    public void The_description_differs_where_a_limit_does()
    {
        var descriptions = InputLimits.All.Select(l => InputLimits.Parse([new(l.Name, "123")]).Limits.Describe()).Append(InputLimits.Default.Describe()).ToArray();
        descriptions.ShouldBeUnique();
        descriptions[^1].ShouldContain("TomographyMostSites=2000");
    }

    [Fact]
    public void Meanings_are_one_sentence_each()
    {
        foreach (var limit in InputLimits.All) Regex.IsMatch(limit.Meaning, @"\A[A-Z][^\n]{20,200}\.\z", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue(limit.Name);
    }
}
