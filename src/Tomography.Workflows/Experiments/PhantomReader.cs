using System.Collections.Immutable;
using Tomography.Datasets;
using Tomography.Phantom;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads what a phantom is made of.</summary>
internal static class PhantomReader
{
    private const int MostFormulas = 10_000;

    /// <summary>The formula types by the names that experiments have for them: ABX3, alkali-hydroxide.</summary>
    public static IReadOnlyDictionary<string, Stoichiometry> FormulaTypes { get; } = new OrderedDictionary<string, Stoichiometry>(
        Enum.GetValues<Stoichiometry>().Select(t => KeyValuePair.Create(NameOf(t), t)), StringComparer.Ordinal);

    /// <summary>Reads a section; the defaults where there is none.</summary>
    public static PhantomSettings Read(YamlSection? phantom)
    {
        var settings = new PhantomSettings(400, 7);
        if (phantom is null) return settings;
        var types = phantom.List<Stoichiometry>(
            "formula-types",
            (string text, Mark mark, string path, out Stoichiometry value) => phantom.ChoiceOf(text, mark, path, FormulaTypes, out value));
        settings = new(phantom.Whole("materials", 400, 10, PhantomGenerator.MaximumMaterials), phantom.Unsigned("seed", 7))
        {
            Formulas = phantom.Has("formulas") ? phantom.Whole("formulas", MostFormulas, 1, MostFormulas) : null,
            FormulaTypes = [.. (types ?? []).Select(t => t.Value).Distinct()],
            RandomProperties = phantom.Whole("random-properties", 0, 0, PhantomSettings.MostRandomProperties),
        };
        settings = settings with { Missing = Missing(phantom, settings) };
        if (!phantom.HasProblem && settings.Formulas is { } wanted) CheckFormulas(phantom, settings, wanted);
        phantom.Finish();
        return settings;
    }

    // Every property may be named, so that one that there is not is told with the nearest.
    private static ImmutableArray<MissingShare> Missing(YamlSection phantom, PhantomSettings settings)
    {
        const string Key = "missing";
        const double Most = 0.99;
        var shares = phantom.Section(Key, "band-gap: 0.5");
        ImmutableArray<MissingShare> missing =
        [
            .. PropertyCatalogue.Known.All.Concat(settings.Planted)
                .Select(p => new MissingShare(p.Name, shares.Number(p.Name.Value, 0, 0, Most))).Where(m => m.Share > 0),
        ];
        shares.Finish();
        return missing;
    }

    private static void CheckFormulas(YamlSection phantom, PhantomSettings settings, int wanted)
    {
        if (wanted > settings.Materials)
            phantom.Error(
                DiagnosticCodes.OutOfRange, "formulas",
                $"'formulas' is {wanted}, but there are only {settings.Materials} materials to share them: write {settings.Materials} at "
                    + "most, or leave it out.");
        else if (FormulaPool.Count(settings) is var there && there < wanted)
            phantom.Error(
                DiagnosticCodes.OutOfRange, "formulas",
                $"'formulas' is {wanted}, but there are only {there} formulas of the types "
                    + $"{string.Join(", ", settings.FormulaTypes.Select(NameOf))}: write {there} at most, or name more types.");
    }

    // Molecules have names of several words; the other types are formulas, which keep their capitals.
    private static string NameOf(Stoichiometry type)
    {
        var name = type.ToString();
        return name.Any(char.IsLower)
            ? string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString())) : name;
    }
}
