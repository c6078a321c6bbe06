using Tomography.Crystals;

namespace Tomography.Workflows.Tests;

/// <summary>Limits of experiment files: each is what its property says, is told, and can be raised.</summary>
public sealed class ExperimentLimitsTests
{
    [Fact]
    public void Every_limit_has_a_property_of_its_name_with_its_default()
    {
        foreach (var limit in ExperimentLimits.Table.All)
        {
            var property = typeof(ExperimentLimits).GetProperty(limit.Name["Tomography".Length..]).ShouldNotBeNull(limit.Name);
            Convert.ToInt64(property.GetValue(ExperimentLimits.Default)).ShouldBe(limit.Default, limit.Name);
            var reading = ExperimentLimits.Table.Parse([new(limit.Name, "123")]);
            reading.Problems.ShouldBeEmpty();
            foreach (var other in ExperimentLimits.Table.All) ExperimentLimits.Table.Of(reading.Limits, other).ShouldBe(other == limit ? 123 : other.Default, other.Name);
            var highest = limit.Highest.ToString(System.Globalization.CultureInfo.InvariantCulture);
            ExperimentLimits.Table.Of(ExperimentLimits.Table.Parse([new(limit.Name, highest)]).Limits, limit).ShouldBe(limit.Highest);
        }

        ExperimentLimits.Table.All.Length.ShouldBe(typeof(ExperimentLimits).GetProperties().Count(p => p.Name.StartsWith("Most", StringComparison.Ordinal)));
    }

    /// <summary>At its highest the reader's own recursion must still fit a thread's stack; those of MSBuild have 1.5 MB and more.</summary>
    [Fact]
    public void The_deepest_nesting_that_can_be_allowed_does_not_end_the_process()
    {
        var limits = ExperimentLimits.Table.Parse([new("TomographyMostNesting", "200")]).Limits;
        var codes = new List<string>();
        var thread = new Thread(() =>
        {
            foreach (var opening in new[] { "[", "{a: ", "- ", "? ", "[ ? " })
                codes.Add(ExperimentReader.Read("targets: " + (opening is "- " or "? " ? "\n  " : "") + string.Concat(Enumerable.Repeat(opening, 5_000)), Reading.File, new Dictionary<string, string>(), limits).Diagnostics[0].Code);
            codes.Add(ExperimentReader.Read("targets: " + new string('[', 199) + new string(']', 199), Reading.File, new Dictionary<string, string>(), limits).Diagnostics[0].Code);
        }, maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();
        codes.ShouldBe([.. Enumerable.Repeat(DiagnosticCodes.TooLarge, 5), DiagnosticCodes.MissingKey]);
    }

    [Fact]
    public void No_name_is_that_of_two_limits() =>
        ExperimentLimits.Table.All.Concat(InputLimits.All).Select(l => l.Name).ShouldBeUnique();

    /// <summary>What exceeds each limit when it is set to a value, the property that the message names, and what it needs.</summary>
    [Theory]
    [InlineData("MostExperimentCharacters", 50, "", "100")]
    [InlineData("MostNesting", 2, "split: { train: [[0.6]] }", "4")]
    [InlineData("MostListed", 3, "seeds: [1, 2, 3, 4]", "4")]
    [InlineData("MostListed", 2, "further: [{ representation: structure, target: density, seeds: [1] }, { representation: structure, target: density, seeds: [2] }, { representation: structure, target: density, seeds: [3] }]", "3")]
    [InlineData("MostSettingEntries", 2, "training: { epochs: 40, milestones: [10, 20, 30] }", "3")]
    [InlineData("MostMatrixEntries", 1, "matrix: { zip: [{ model.hidden: [8] }, { training.epochs: [3] }] }", "2")]
    [InlineData("MostVariants", 3, "matrix: { model.hidden: [8, 16], training.epochs: [3, 4] }", "4")]
    [InlineData("MostVariants", 3, "matrix: { model.hidden: [8, 16, 32, 64] }", "4")]
    [InlineData("MostFurtherSeeds", 2, "further: [{ representation: structure, target: density, seeds: [1, 2, 3] }]", "4")]
    [InlineData("MostProblems", 1, "a: 1\nb: 2", "2")]
    public void What_exceeds_a_limit_is_told_with_its_property_and_passes_once_it_is_raised(string property, int value, string yaml, string needed)
    {
        var limit = ExperimentLimits.Table.Find("Tomography" + property)!;
        var text = Reading.Minimal + "\n" + yaml;
        ExperimentReadResult Read(string most) =>
            ExperimentReader.Read(text, Reading.File, new Dictionary<string, string>(), ExperimentLimits.Table.Parse([new(limit.Name, most)]).Limits);
        var problem = Read(value.ToString(System.Globalization.CultureInfo.InvariantCulture)).Diagnostics.First(d => d.Code == DiagnosticCodes.TooLarge);
        problem.Message.ShouldContain($"here that is meant, -p:{limit.Name}={needed} raises the limit.");
        Read(needed).Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCodes.TooLarge);
    }
}
