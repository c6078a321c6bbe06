using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Which control a feature is held against: one that adds as many numbers to a model and knows nothing.</summary>
internal static class ControlChoice
{
    private static readonly PropertyName s_shuffled = new("shuffled"), s_noise = new("noise");

    /// <summary>The control of a feature's own width; null where the study has none.</summary>
    /// <param name="features">The feature, or a set of them.</param>
    /// <param name="results">The study.</param>
    public static PropertySet? Of(PropertySet features, StudyResults results)
    {
        var controls = results.Features.Where(results.IsControl).ToArray();
        if (features.Single is not { } name) return null;
        if (controls.FirstOrDefault(c => c.Single?.Value == $"{s_shuffled}-{name}") is { IsEmpty: false } own) return own;
        if (results.Properties.FirstOrDefault(p => p.Name == name) is not { Kind: PropertyKind.Number }) return null;
        foreach (var control in (PropertyName[])[s_shuffled, s_noise])
            if (controls.Contains(control))
                return control;
        return null;
    }
}
