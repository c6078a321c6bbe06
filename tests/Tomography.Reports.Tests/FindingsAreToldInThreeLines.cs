using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

public class FindingsAreToldInThreeLines
{
    [Fact]
    public void What_was_found_what_was_not_and_what_to_do_next()
    {
        FindingsText.Lines(SmallStudy.Input.Analysis, SmallStudy.Input.Context).ShouldBe(
        [
            "Found: 2 of 4 edges inform (structure 0 of 2, composition 2 of 2), 1 harms. Most of all density -> volume in composition, "
                + "error -30.0 % (-31.4 to -28.6).",
            "Not found: 1 shown to be nothing.",
            "Next: Every edge is settled.",
        ]);
    }

    [Fact]
    public void The_command_follows_where_seeds_would_settle_something_and_only_there()
    {
        var analysis = LatticeStudy.Analysis;
        var plan = analysis.Entanglement.Steering;
        var model = LatticeStudy.Results.Models.First(m => !m.IsBaseline);
        var asking = plan with
        {
            Deferred =
                [new(LatticeKind.Features, new(model, model.Baseline, null), model.Features, new("volume"), [], 0.2, "more")],
            Proposals = [],
        };
        Lines(asking).Last().ShouldBe($"More seeds: {LatticeStudy.Context.SteerCommand}");
        Lines(asking with { Deferred = [] }).Length.ShouldBe(3);

        string[] Lines(SteeringPlan steering) => [.. FindingsText.Lines(
            analysis with { Entanglement = analysis.Entanglement with { Steering = steering } }, LatticeStudy.Context)];
    }

    [Fact]
    public void Sufficient_sets_and_retrieval_follow_in_a_line_each()
    {
        var without = FindingsText.Lines(SmallStudy.Input.Analysis, ReportStudy.Context);
        var sets = FindingsText.Lines(SufficientStudy.Input.Analysis, ReportStudy.Context);
        sets.Length.ShouldBe(without.Length + 1);
        sets[^1].ShouldStartWith("For energy in structure, 10 sets of the 4 properties were tried. 2 are minimal; ");
        var retrieval = FindingsText.Lines(RetrievalStudy.Input.Analysis, ReportStudy.Context);
        retrieval.Length.ShouldBe(without.Length + 2);
        retrieval[^1].ShouldStartWith("Retrieval in composition: volume tells ");
        sets.Concat(retrieval).ShouldAllBe(line => line.All(char.IsAscii));
    }

    [Fact]
    public void A_study_without_features_tells_what_learning_together_did_not_do()
    {
        var study = TransferStudy.Input.Analysis;
        var transfer = study.Transfer!.Verdicts;
        var lines = FindingsText.Lines(study with { Verdicts = [] }, ReportStudy.Context);
        lines[0].ShouldStartWith("Found: The study compares no features. Learnt along, ");
        lines[1].ShouldStartWith("Not found: ");
        lines[1].ShouldContain($"{transfer.Count(v => v.Kind == VerdictKind.Nothing)} shown to be nothing");
    }

    [Fact]
    public void Terminals_without_other_letters_can_show_them() =>
        FindingsText.Lines(LatticeStudy.Analysis, LatticeStudy.Context).ShouldAllBe(line => line.All(char.IsAscii));
}
