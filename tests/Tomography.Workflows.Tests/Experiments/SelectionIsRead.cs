namespace Tomography.Workflows.Tests;

public class SelectionIsRead
{
    private static string Yaml(string dataset) =>
        $"experiment: small\ndataset: {{ file: ../x.json, {dataset} }}\ntargets: [density]\nseeds: [1]";

    [Fact]
    public void It_is_all_materials_where_nothing_is_said() => Reading.Valid(Reading.Minimal).Selection.IsAll.ShouldBeTrue();

    [Fact]
    public void Conditions_and_the_rule_of_formulas_are_told_in_words() =>
        Reading.Valid(Yaml("where: { nsites: { between: [2, 40] }, oxide_type: [oxide, None], gap: { above: 1 } }, formulas: unique"))
            .Selection.Words.ShouldBe("gap 1 or more; number-of-sites from 2 to 40; oxide-type oxide or None; a formula that comes once");

    [Theory]
    [InlineData("where: {}", "TOMO1004", "'dataset.where' states no condition")]
    [InlineData("where: 3", "TOMO1004", "'dataset.where' must be a mapping of keys to values, like { e-above-hull: { below: 0.05 } }.")]
    [InlineData("where: { density: {} }", "TOMO1004", "'dataset.where.density' needs a bound")]
    [InlineData("where: { density: { belo: 2 } }", "TOMO1003", "did you mean 'below'?")]
    [InlineData("where: { density: { below: 2, between: [1, 2] } }", "TOMO1009", "A condition has either 'between'")]
    [InlineData("where: { density: { above: 3, below: 2 } }", "TOMO1005", "No value lies above 3 and below 2; did you mean [2, 3]?")]
    [InlineData("where: { density: { below: heavy } }", "TOMO1004", "must be a number, not 'heavy'")]
    [InlineData("where: { nsites: { below: 2 }, number-of-sites: { above: 1 } }", "TOMO1007", "a second condition for 'number-of-sites'")]
    [InlineData("where: { oxide-type: [] }", "TOMO1004", "empty list")]
    [InlineData("formulas: once", "TOMO1006", "Choices: all, unique, repeated.")]
    public void What_says_nothing_or_contradicts_itself_is_refused(string dataset, string code, string message)
    {
        var problem = Reading.Problem(Yaml(dataset));
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(message);
        problem.Location.Line.ShouldBe(2);
    }

    [Fact]
    public void Candidates_whose_properties_need_not_be_known_have_no_conditions() =>
        Reading.Read(Reading.Minimal + "\npredict: { dataset: { folder: x, where: { density: { below: 2 } } } }").Diagnostics
            .ShouldContain(p => p.Code == "TOMO1003" && p.Message.Contains("'where' is not a key of 'predict.dataset'"));
}
