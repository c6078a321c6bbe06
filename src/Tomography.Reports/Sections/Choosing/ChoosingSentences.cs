using System.Net;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>What the section on candidates says before its figures.</summary>
internal static class ChoosingSentences
{
    public static IEnumerable<string> Of(Choice choice, Func<PropertyName, string> unit)
    {
        yield return WebUtility.HtmlEncode(ChoiceText.Summary(choice, unit))
            + $" Predictions are means of {NumberText.Count(choice.Models)} models of the representation {choice.Representation.Name}.";
        if (!choice.Space.Goals.IsEmpty) yield return WebUtility.HtmlEncode(Volume(choice, unit));
        if (choice.Goals.Any(g => g.HasBounds))
            yield return "The chance to keep all bounds takes errors as normal, with spread and noise of the models, and as independent "
                + "between properties.";
        if (choice.Path.Steps.Length > 0) yield return Path(choice);
    }

    private static string Volume(Choice choice, Func<PropertyName, string> unit)
    {
        var reference = string.Join(
            ", ", choice.Space.Goals.Select((g, d) => (g.Aim == GoalAim.Near ? "a distance of " : "")
                + $"{ChoiceText.WithUnit(choice.Space.ReferenceValues[d], unit(g.Property))} in {g.Property}"));
        return $"Of the known materials {NumberText.Count(choice.KnownFeasible)} keep all bounds; their front has "
            + $"{NumberText.Count(choice.KnownFront.Length)} and dominates a volume of {ChoiceText.Number(choice.KnownVolume)}, in units "
            + $"of the "
            + $"box between the best known values and the reference point ({reference}). The improvement of a candidate is what it adds "
            + "to that, mean over the models.";
    }

    private static string Path(Choice choice)
    {
        var steps = choice.Path.Steps;
        var counts = TrustStyle.All.Select(t => (Trust: t, Count: steps.Count(s => s.Trust == t))).Where(c => c.Count > 0)
            .Select(c => $"{NumberText.Count(c.Count)} with {TrustStyle.Word(c.Trust)}");
        return $"The front has {NumberText.Count(choice.Path.Candidates.Length)} candidates; of the {NumberText.Count(steps.Length)} steps "
            + $"along it, {string.Join(", ", counts)}. Where goals change along a step without a trusted edge between them, that the "
            + $"models "
            + "trade one for the other need not be physics.";
    }
}
