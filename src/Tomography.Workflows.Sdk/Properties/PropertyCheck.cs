using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Sdk;

/// <summary>
/// Finds properties that were most likely meant for a workflow and do nothing: MSBuild takes any name, so a typing error would pass
/// unseen.
/// </summary>
internal static class PropertyCheck
{
    /// <summary>Shorter names, like <c>Job</c>, are near to too many that other tools have.</summary>
    private const int ShortestMisspelt = 6;

    /// <summary>What is wrong with a property, in a sentence or two; null where nothing is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What it was given.</param>
    /// <param name="limits">What <c>TomographyLimits</c> was given beside it; empty for nothing.</param>
    public static string? Problem(string name, string value, string limits)
    {
        if (WorkflowProperties.All.Contains(name, StringComparer.OrdinalIgnoreCase)) return null;
        if (FormerLimit(name) is { } former) return DescribeFormer(name, value, former);
        if (name.StartsWith(WorkflowProperties.Prefix, StringComparison.OrdinalIgnoreCase)) return Unknown(name, Nearest(name));
        if (limits.Length > 0 && LimitsOption.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            return $"'{name}' is a limit, not a property. Join limits with '+': -p:TomographyLimits={limits}+{name}={value}.";
        return Misspelt(name) is { } meant ? Unknown(name, meant) : null;
    }

    private static InputLimit? FormerLimit(string name) => InputLimits.Table.Find(name) ?? ExperimentLimits.Table.Find(name);

    private static string DescribeFormer(string name, string value, InputLimit limit)
    {
        var instead = limit.Option is { } option
            ? $"Write -p:TomographyLimits={option}={value} instead."
            : $"That limit is fixed at {limit.Default}: leave it out.";
        return $"'{name}' is no property any more, so it does nothing. {instead}";
    }

    private static string Unknown(string name, string? meant) =>
        $"'{name}' is no property of a workflow, so it does nothing{(meant is null ? "." : $"; did you mean '{meant}'?")}"
        + (meant is null ? $" Properties: {string.Join(", ", WorkflowProperties.All)}." : "");

    /// <summary>The nearest name, compared without the prefix that most share.</summary>
    private static string? Nearest(string name)
    {
        var nearest = Suggestion.Nearest(Short(name), WorkflowProperties.All.Select(Short));
        return nearest is null ? null : WorkflowProperties.All.First(p => Short(p) == nearest);
    }

    private static string? Misspelt(string name)
    {
        // "Experimental..." is a word that other tools use.
        if (name.StartsWith("Experimental", StringComparison.OrdinalIgnoreCase)) return null;
        if (name.StartsWith(WorkflowProperties.Experiment, StringComparison.OrdinalIgnoreCase)) return WorkflowProperties.Experiment;
        // The prefix may be misspelt, too.
        return WorkflowProperties.All.Where(p => p.Length >= ShortestMisspelt && Suggestion.Distance(name, p) <= p.Length / 5)
            .MinBy(p => Suggestion.Distance(name, p));
    }

    private static string Short(string name) =>
        name.StartsWith(WorkflowProperties.Prefix, StringComparison.OrdinalIgnoreCase) ? name[WorkflowProperties.Prefix.Length..] : name;
}
