using System.Collections.Immutable;
using System.Net;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Which way of choosing finds good materials soonest, by a simulated loop.</summary>
internal sealed class LoopSection : ReportSection
{
    public override string Id => "loop";

    public override string Title => "Which way of choosing finds more";

    public override string Link => "Simulated loop";

    public override bool IsShown(ReportInput input) => input.Loop is not null;

    public override SectionPage? Page(ReportInput input) => input.Loop is not { } loop ? null : SectionPage.Plain(
        string.Concat(Sentences(loop, p => input.Analysis.Property(p).Unit).Select(s => $"<p>{WebUtility.HtmlEncode(s)}</p>")),
        [LoopFigure.Of(loop)], [Found(loop), Learnt(loop)]);

    public override IEnumerable<ReportSheet> Sheets(ReportInput input)
    {
        if (input.Loop is not { } loop) yield break;
        yield return new("Loop", sheet => LoopSheet.Fill(sheet, loop))
        {
            Holds = "a simulated loop: what each policy found, against random choice",
        };
    }

    public override IEnumerable<JsonMember> Json(ReportInput input) => input.Loop is { } loop ? [new("loop", LoopJson.Of(loop))] : [];

    private static IEnumerable<string> Sentences(LoopAnalysis loop, Func<PropertyName, string> unit)
    {
        var settings = loop.Settings;
        yield return $"The dataset plays the laboratory, for "
            + $"{string.Join("; ", settings.Goals.Select(g => ChoiceText.Of(g, unit(g.Property))))}: "
            + $"{NumberText.Count(loop.Materials)} materials, of which {NumberText.Count(loop.Feasible)} keep all bounds. "
            + $"{NumberText.Count(settings.Start)} that are not among the best 5 % are measured at first; then each policy chooses "
            + $"{NumberText.Count(settings.Batch)} in each of {NumberText.Count(settings.Rounds)} rounds, by "
            + $"{NumberText.Count(settings.Models)} models per property that are trained anew on what is measured. "
            + $"All is repeated {NumberText.Count(settings.Repeats)} times from other first materials.";
        foreach (var sentence in LoopText.Judgements(loop)) yield return sentence;
        var unfinished = loop.Outcomes.Where(o => o.Unfinished > 0)
            .Select(o => $"{o.Policy.Name} in {NumberText.Count(o.Unfinished)}").ToArray();
        if (unfinished.Length > 0)
            yield return "Where none of the best 1 % was found in a repeat, one after the last experiment counts, for random choice, too: "
                + $"{string.Join(", ", unfinished)}.";
        var drift = loop.Outcomes.Where(o => o is { Drift: not null, DampedDrift: not null }).ToArray();
        if (drift.Length > 0)
            yield return "In the last round the weights of the lattice change by "
                + $"{NumberText.Fixed(100 * drift.Average(o => o.Drift!.Mean), 0)} % on average over the policies, those of the lattice "
                + $"that is damped "
                + $"(a share of {ChoiceText.Number(settings.Damping)} is new in each round) by "
                + $"{NumberText.Fixed(100 * drift.Average(o => o.DampedDrift!.Mean), 0)} %.";
    }

    private static ReportTable Found(LoopAnalysis loop) => new(
        "What the policies find, mean and 95 % interval over the repeats. Acceleration factor: experiments that random choice takes on "
            + "average to "
            + "the first of the best, over those of the policy. Enhancement factor: what is reached in the end over what random choice "
            + "reaches.",
        [
            new("policy"), new("what it does"), new("acceleration, best 1 %", true), new("acceleration, best 5 %", true),
            new("enhancement", true), new("best 1 % found", true),
        ],
        [
            .. loop.Outcomes.Select(o => ImmutableArray.Create(
                o.Policy.Name, o.Policy.Meaning, LoopText.Interval(o.AccelerationToOne, 1), LoopText.Interval(o.AccelerationToFive, 1),
                LoopText.Interval(o.Enhancement, 2), LoopText.Percent(o.TopFound))),
        ]);

    private static ReportTable Learnt(LoopAnalysis loop) => new(
        "What the models and the lattice gain, mean and 95 % interval over the repeats: error on what is not measured at the end over "
            + "that at the "
            + "start; share of the edges that were weak at first and no longer are; relative change of the weights in the last round, as "
            + "measured and damped.",
        [
            new("policy"), .. loop.Settings.Goals.Select(g => new TableColumn($"error of {g.Property}", true)),
            new("weak edges covered", true), new("drift", true), new("drift, damped", true),
        ],
        [
            .. loop.Outcomes.Select(o => ImmutableArray.Create<string>(
            [
                o.Policy.Name,
                .. loop.Settings.Goals.Select((_, g) => LoopText.Interval(o.ErrorChange.IsEmpty ? null : o.ErrorChange[g], 2)),
                LoopText.Percent(o.WeakCovered), LoopText.Percent(o.Drift), LoopText.Percent(o.DampedDrift),
            ])),
        ]);
}
