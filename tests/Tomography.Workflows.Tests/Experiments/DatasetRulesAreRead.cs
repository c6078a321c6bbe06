using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Workflows.Tests;

public class DatasetRulesAreRead
{
    private static DatasetRules Read(string rules) => Reading.Valid(
        $"experiment: small\ndataset: {{ file: ../x.json{rules} }}\ntargets: [density]\nseeds: [1]").DatasetRules;

    [Fact]
    public void What_is_left_out_sets_aside_what_is_disordered_or_contradicts_itself() => Read("").ShouldBe(DatasetRules.Default);

    [Theory]
    [InlineData(", block: first", null)]
    [InlineData(", block: phase_II", "phase_II")]
    public void A_block_is_the_first_or_has_a_name(string rules, string? name) => Read(rules).Block.ShouldBe(new CifBlockChoice(name));

    [Fact]
    public void Disorder_is_decided_by_majority() =>
        Read(", disorder: majority, contradictions: tell")
            .ShouldBe(new() { Disorder = DisorderRule.Majority, Contradictions = ContradictionRule.Tell });
}
