namespace Tomography.Workflows.Tests;

/// <summary>How far measured properties single out a material.</summary>
public class RetrievalIsRead
{
    private const string Start = """
        experiment: x
        dataset: { phantom: {} }
        targets: [energy, density, volume]

        """;

    [Fact]
    public void It_is_not_asked_for_where_the_key_is_absent_and_has_defaults_where_it_is_empty()
    {
        Reading.Valid(Start).Retrieval.ShouldBeNull();
        var asked = Reading.Valid(Start + "retrieval: {}").Retrieval.ShouldNotBeNull();
        (asked.Properties.Length, asked.Noise).ShouldBe((0, 0.05));
        var all = Reading.Valid(Start + "retrieval: { properties: [volume, energy], noise: 0.2 }").Retrieval!;
        all.Properties.Select(p => p.Value).ShouldBe(["volume", "energy"]);
        all.Noise.ShouldBe(0.2);
    }

    [Theory]
    [InlineData("TOMO1006", "'band-gap' is no target of this experiment", "retrieval: { properties: [energy, band-gap] }")]
    [InlineData("TOMO1009", "needs two at least", "retrieval: { properties: [energy] }")]
    [InlineData("TOMO1005", "'retrieval.noise' must be", "retrieval: { noise: 0 }")]
    [InlineData("TOMO1004", "'retrieval' must be a mapping", "retrieval: yes")]
    [InlineData("TOMO1003", "'order' is not a key of 'retrieval'", "retrieval: { order: best }")]
    public void What_is_wrong_is_told(string code, string words, string yaml)
    {
        var problem = Reading.Problem(Start + yaml);
        problem.Code.ShouldBe(code);
        problem.Location.Line.ShouldBe(4);
        problem.Message.ShouldContain(words);
    }
}
