namespace Tomography.Workflows.Tests;

/// <summary>Questions for sufficient sets.</summary>
public class SufficientIsRead
{
    private const string Start = """
        experiment: x
        dataset: { phantom: {} }
        targets: [energy, density]
        seeds: [1, 2, 3, 4, 5]

        """;

    [Fact]
    public void One_question_has_its_defaults()
    {
        var question = Reading.Valid(Start + "sufficient: { target: energy }").Sufficient.ShouldHaveSingleItem();
        (question.Target.Value, question.From.Length, question.Within, question.AtMost).ShouldBe(("energy", 0, 0.1, 4));
        (question.SearchSeeds, question.MostSets, question.HasPeers).ShouldBe((2, 40, false));
    }

    [Fact]
    public void Several_questions_stand_in_a_list()
    {
        var questions = Reading.Valid(
            Start + "sufficient: [{ target: energy, from: [volume, number-of-sites, density], within: 0.2, at-most: 2, search-seeds: 1, "
                + "most-sets: 9, peers: all }, { target: density, from: [volume] }]").Sufficient;
        questions[0].From.Select(f => f.Value).ShouldBe(["volume", "number-of-sites", "density"]);
        (questions[0].Within, questions[0].AtMost, questions[0].SearchSeeds, questions[0].MostSets, questions[0].HasPeers)
            .ShouldBe((0.2, 2, 1, 9, true));
        questions[1].AtMost.ShouldBe(1, "no set is larger than what it is made of");
    }

    [Fact]
    public void The_properties_are_those_of_the_features_where_none_are_named()
    {
        using var shop = new Workshop();
        var plan = shop.Plan(("seeds: [1, 2]", "seeds: [1, 2, 3, 4, 5]\nsufficient: { target: density }"));
        var question = plan.Sufficient.ShouldHaveSingleItem();
        question.From.Select(f => f.Value).ShouldBe(["volume", "is-hubbard"]);
        question.AtMost.ShouldBe(2);
    }

    [Theory]
    [InlineData("TOMO1004", "must be a mapping like", "sufficient: energy")]
    [InlineData("TOMO1002", "'sufficient.target' is missing", "sufficient: { within: 0.1 }")]
    [InlineData("TOMO1006", "'energi' is not a property name|did you mean 'energy'", "sufficient: { target: Energi }")]
    [InlineData("TOMO1006", "is no target of this experiment; did you mean 'energy'?", "sufficient: { target: energy-per-atom }")]
    [InlineData("TOMO1009", "is the target itself, and tells all", "sufficient: { target: energy, from: [energy, volume] }")]
    [InlineData("TOMO1009", "'from' names 1 properties", "sufficient: { target: energy, from: [volume], at-most: 2 }")]
    [InlineData("TOMO1006", "is not a property name", "sufficient: { target: energy, from: [Volumen] }")]
    [InlineData("TOMO1009", "judges on others, at least 3", "sufficient: { target: energy, search-seeds: 3 }")]
    [InlineData("TOMO1005", "'sufficient.within' must be", "sufficient: { target: energy, within: 2 }")]
    [InlineData("TOMO1003", "'most' is not a key of 'sufficient'", "sufficient: { target: energy, most: 2 }")]
    [InlineData("TOMO1007", "is asked about twice", "sufficient: [{ target: energy }, { target: energy }]")]
    public void What_is_wrong_is_told(string code, string words, string yaml)
    {
        var problem = Reading.Problem(Start + yaml);
        problem.Code.ShouldBe(code);
        problem.Location.Line.ShouldBe(5);
        words.Split('|').ShouldContain(w => problem.Message.Contains(w, StringComparison.Ordinal), problem.Message);
    }
}
