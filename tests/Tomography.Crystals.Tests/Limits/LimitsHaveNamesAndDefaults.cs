using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class LimitsHaveNamesAndDefaults
{
    private static LimitTable<InputLimits> Table => InputLimits.Table;

    [Fact]
    public void The_default_of_each_limit_is_that_of_its_property()
    {
        foreach (var limit in Table.All)
        {
            var property = typeof(InputLimits).GetProperty(limit.Property).ShouldNotBeNull(limit.Property);
            Convert.ToInt64(property.GetValue(InputLimits.Default), CultureInfo.InvariantCulture).ShouldBe(limit.Default, limit.Property);
            Table.Of(InputLimits.Default, limit).ShouldBe(limit.Default);
        }

        Table.All.Length.ShouldBe(typeof(InputLimits).GetProperties().Count(p => p.Name.StartsWith("Most")));
    }

    [Fact]
    public void A_value_sets_its_limit_and_what_follows_it_and_no_other()
    {
        foreach (var limit in Table.Options)
        {
            var reading = Table.Parse([new(limit.Option!, "123")]);
            reading.Problems.ShouldBeEmpty();
            foreach (var other in Table.All)
            {
                var follows = other.Option == limit.Option;
                if (follows)
                    Table
                        .Of(reading.Limits, other)
                        .ShouldBe(other.Property == nameof(InputLimits.MostRowCharacters) ? 123 + (12 << 20) : 123);
                else
                    Table.Of(reading.Limits, other).ShouldBe(other.Default);
            }

            var highest = limit.Highest.ToString(CultureInfo.InvariantCulture);
            Table.Of(Table.Parse([new(limit.Option!, highest)]).Limits, limit).ShouldBe(limit.Highest);
        }
    }

    [Fact]
    public void What_follows_a_limit_has_a_default_that_follows_its_default()
    {
        foreach (var limit in Table.Options)
            Table.Parse([new(limit.Option!, limit.Default.ToString(CultureInfo.InvariantCulture))]).Limits.ShouldBe(InputLimits.Default);
    }

    [Theory]
    [InlineData("")]
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
        var reading = Table.Parse([new("Sites", value)]);
        reading.Limits.ShouldBe(InputLimits.Default);
        reading.Problems.ShouldHaveSingleItem()
            .ShouldBe($"TomographyLimits: Sites must be a whole number from 1 to 1048575, not '{value}'; its default is 2000.");
    }

    [Theory]
    [InlineData("Sites=5000+Rows=10")]
    [InlineData("sites=5000,ROWS=10")]
    [InlineData(" Sites = 5000 ; Rows = 10 ;")]
    public void Names_and_values_are_read_whatever_separates_them(string text)
    {
        var given = LimitText.Split(text);
        LimitText.CheckNames(given, ["Sites", "Rows"]).ShouldBeEmpty();
        Table.Parse(given).Limits.ShouldBe(InputLimits.Default with { MostSites = 5000, MostMaterials = 10 });
    }

    [Fact]
    public void Names_of_no_limit_and_names_that_stand_twice_are_problems()
    {
        ImmutableArray<string> options = ["Sites", "Rows"];
        LimitText.CheckNames(LimitText.Split("Site=5+Rows=1+rows=2"), options).ShouldBe(
        [
            "TomographyLimits: 'Site' is no limit that can be set; did you mean 'Sites'? Limits: Sites, Rows.",
            "TomographyLimits: rows stands twice.",
        ]);
        LimitText.CheckNames(LimitText.Split("5000"), options).ShouldHaveSingleItem()
            .ShouldBe("TomographyLimits: '5000' is no limit that can be set. Limits: Sites, Rows.");
    }

    [Fact]
    public void A_limit_that_cannot_be_raised_enough_says_so()
    {
        (InputLimits.Default with { MostSites = 1_048_575 })
            .HowToRaise(nameof(InputLimits.MostSites))
            .ShouldBe("it cannot be raised above 1048575");
        InputLimits.Default.HowToRaise(nameof(InputLimits.MostSites), 2_000_000).ShouldBe("it cannot be raised above 1048575");
        (InputLimits.Default with { MostFileBytes = long.MaxValue }).HowToRaise(nameof(InputLimits.MostFileBytes))
            .ShouldBe("it cannot be raised above 9223372036854775807");
    }

    [Fact]
    public void The_limit_that_a_former_property_set_is_found()
    {
        Table.Find("tomographyMostMaterials").ShouldNotBeNull().Option.ShouldBe("Rows");
        Table.Find("TomographyMostColumns").ShouldNotBeNull().Option.ShouldBeNull();
        Table.Find("TomographyMostThings").ShouldBeNull();
    }

    [Fact]
    public void Meanings_are_one_sentence_each()
    {
        foreach (var limit in Table.All)
            Regex
                .IsMatch(limit.Meaning, @"\A[A-Z][^\n]{20,200}\.\z", RegexOptions.None, TimeSpan.FromSeconds(1))
                .ShouldBeTrue(limit.Property);
    }
}
