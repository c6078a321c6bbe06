using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>A choice among candidates in <c>analysis.json</c>: the batch and the front; <c>candidates.csv</c> has all candidates.</summary>
internal static class ChoosingJson
{
    public static object Of(Choice choice, Func<PropertyName, string> unit) => new
    {
        Representation = choice.Representation.Name,
        Goals = choice.Goals.Select(g => new
        {
            Property = g.Property.Value,
            Aim = g.Aim.ToString().ToLowerInvariant(),
            Near = g.Aim == GoalAim.Near ? g.AimedAt : (double?)null,
            g.From,
            g.To,
        }),
        ReferencePoint = choice.Space.Goals.Select((g, d) => new { Property = g.Property.Value, Value = choice.Space.ReferenceValues[d] }),
        choice.Models,
        choice.KnownFeasible,
        KnownFront = choice.KnownFront.Length,
        Hypervolume = choice.KnownVolume,
        Candidates = choice.Candidates.Length,
        Known = choice.Candidates.Count(c => c.SameAs is not null),
        Stopped = choice.Candidates.Count(c => c.SameAs is null && !c.IsEligible),
        Chosen = choice.Chosen.Select(c => new
        {
            Candidate = Of(c.Candidate, choice),
            c.Gain,
            c.Distance,
            c.Nearest,
            Reason = ChoiceText.Reason(choice, c, unit),
        }),
        Front = choice.Path.Candidates.Select(c => Of(c, choice)),
        Steps = choice.Path.Steps.Select(s => new
        {
            From = s.From.Id,
            To = s.To.Id,
            Changing = s.Changing.Select(p => p.Value),
            Edges = s.Edges.Select(e => new
            {
                Feature = e.Verdict.Feature.ToString(),
                Target = e.Verdict.Target.Value,
                Verdict = e.Verdict.Kind.ToString().ToLowerInvariant(),
                e.Passes,
            }),
            RestsOn = TrustStyle.Word(s.Trust),
        }),
    };

    private static object Of(Candidate c, Choice choice) => new
    {
        c.Id,
        c.Formula,
        Predicted = choice.Goals.Select((g, i) => new
        {
            Property = g.Property.Value,
            c.Estimates[i].Mean,
            c.Estimates[i].Spread,
            c.Estimates[i].Deviation,
        }),
        c.Chance,
        c.Improvement,
        c.Improving,
    };
}
