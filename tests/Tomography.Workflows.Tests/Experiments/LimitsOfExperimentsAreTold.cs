using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>Limits of experiment files: each is what its property says, is told, and can be raised.</summary>
public sealed class LimitsOfExperimentsAreTold
{
    private static LimitTable<ExperimentLimits> Table => ExperimentLimits.Table;

    [Fact]
    public void Every_limit_has_a_property_of_its_name_with_its_default()
    {
        foreach (var limit in Table.All)
        {
            var property = typeof(ExperimentLimits).GetProperty(limit.Property).ShouldNotBeNull(limit.Property);
            Convert.ToInt64(property.GetValue(ExperimentLimits.Default)).ShouldBe(limit.Default, limit.Property);
        }

        Table.All.Length.ShouldBe(typeof(ExperimentLimits).GetProperties().Count(p => p.Name.StartsWith("Most", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_option_sets_its_limit_and_no_other()
    {
        Table.Options.Length.ShouldBe(2);
        foreach (var limit in Table.Options)
        {
            var reading = Table.Parse([new(limit.Option!, "123")]);
            reading.Problems.ShouldBeEmpty();
            foreach (var other in Table.All) Table.Of(reading.Limits, other).ShouldBe(other == limit ? 123 : other.Default, other.Property);
            var highest = limit.Highest.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Table.Of(Table.Parse([new(limit.Option!, highest)]).Limits, limit).ShouldBe(limit.Highest);
        }
    }

    /// <summary>
    /// At 200, far above the limit, the reader's own recursion must still fit a thread's stack; those of MSBuild have 1.5 MB and more.
    /// </summary>
    [Fact]
    public void Nesting_far_above_the_limit_does_not_end_the_process()
    {
        var limits = ExperimentLimits.Default with { MostNesting = 200 };
        var codes = new List<string>();
        var thread = new Thread(
            () =>
            {
                foreach (var opening in new[] { "[", "{a: ", "- ", "? ", "[ ? " })
                    codes.Add(
                        ExperimentReader
                            .Read(
                                "targets: " + (opening is "- " or "? " ? "\n  " : "") + string.Concat(Enumerable.Repeat(opening, 5_000)),
                                Reading.File,
                                new Dictionary<string, string>(),
                                limits)
                            .Diagnostics[0]
                            .Code);
                codes.Add(
                    ExperimentReader
                        .Read(
                            "targets: " + new string('[', 199) + new string(']', 199),
                            Reading.File,
                            new Dictionary<string, string>(),
                            limits)
                        .Diagnostics[0]
                        .Code);
            },
            maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();
        codes.ShouldBe([.. Enumerable.Repeat(DiagnosticCodes.TooLarge, 5), DiagnosticCodes.MissingKey]);
    }

    [Fact]
    public void No_option_is_that_of_two_tables() => Table.Options.Concat(InputLimits.Table.Options).Select(l => l.Option).ShouldBeUnique();

    /// <summary>What exceeds each limit when it is set to a value, how the message says to raise it, and what it needs.</summary>
    [Theory]
    [InlineData("MostExperimentCharacters", 50, "", 100)]
    [InlineData("MostNesting", 2, "split: { train: [[0.6]] }", 4)]
    [InlineData("MostListed", 3, "seeds: [1, 2, 3, 4]", 4)]
    [InlineData(
        "MostListed",
        2,
        "further: [{ representation: structure, target: density, seeds: [1] }, { representation: structure, target: density, seeds: [2] }, "
            + "{ representation: structure, target: density, seeds: [3] }]",
        3
    )]
    [InlineData("MostSettingEntries", 2, "training: { epochs: 40, milestones: [10, 20, 30] }", 3)]
    [InlineData("MostMatrixEntries", 1, "matrix: { zip: [{ model.hidden: [8] }, { training.epochs: [3] }] }", 2)]
    [InlineData("MostVariants", 3, "matrix: { model.hidden: [8, 16], training.epochs: [3, 4] }", 4)]
    [InlineData("MostVariants", 3, "matrix: { model.hidden: [8, 16, 32, 64] }", 4)]
    [InlineData("MostFurtherSeeds", 2, "further: [{ representation: structure, target: density, seeds: [1, 2, 3] }]", 4)]
    [InlineData("MostProblems", 1, "a: 1\nb: 2", 2)]
    public void What_exceeds_a_limit_is_told_and_passes_once_it_is_raised(string property, int value, string yaml, int needed)
    {
        var text = Reading.Minimal + "\n" + yaml;
        var problem = Read(value).Diagnostics.First(d => d.Code == DiagnosticCodes.TooLarge);
        var option = Table.All.Single(l => l.Property == property).Option;
        problem.Message.ShouldContain(
            option is null ? "his limit is fixed." : $"here that is meant, -p:TomographyLimits={option}={needed} raises the limit.");
        Read(needed).Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCodes.TooLarge);

        ExperimentReadResult Read(int most) =>
            ExperimentReader.Read(text, Reading.File, new Dictionary<string, string>(), With(property, most));
    }

    private static ExperimentLimits With(string property, int value)
    {
        var limits = ExperimentLimits.Default with { };
        typeof(ExperimentLimits).GetProperty(property)!.SetValue(limits, value);
        return limits;
    }
}
