using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// The materials of a dataset that an experiment studies: those that fulfil <c>dataset.where</c> and <c>dataset.formulas</c>.
/// </summary>
internal sealed class SelectedMaterials
{
    private readonly ImmutableArray<SelectionStep> _steps;

    /// <summary>Finds them.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="materials">The materials.</param>
    /// <param name="column">A property over the materials; null where the dataset lacks it.</param>
    /// <exception cref="DiagnosticException">A condition does not fit its property, or no material is left.</exception>
    public SelectedMaterials(Experiment experiment, ImmutableArray<Material> materials, Func<PropertyName, PropertyColumn?> column)
    {
        var columns = experiment.Selection.Conditions.ToDictionary(
            c => c.Property,
            c => column(c.Property) ?? throw new ArgumentException($"The dataset has no property {c.Property}.", nameof(column)));
        Diagnostic[] wrong = [.. experiment.Selection.Conditions.SelectMany(c => Wrong(experiment, c, columns[c.Property].Property))];
        if (wrong.Length > 0) throw new DiagnosticException(wrong);
        _steps = experiment.Selection.Steps(materials, name => columns[name]);
        if (_steps.IsEmpty || !_steps[^1].Left.IsEmpty) return;
        var counts = _steps.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Wanted}: {s.Left.Length:N0} left"));
        throw new DiagnosticException([
            new(
                DiagnosticSeverity.Error, DiagnosticCodes.DatasetUnusable, LocationOf(experiment, SelectionReader.Where),
                "dataset.where",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"None of the {materials.Length:N0} materials is what the experiment asks for ({string.Join("; ", counts)}).")),
        ]);
    }

    /// <summary>Their places, ascending.</summary>
    public ImmutableArray<int> Places => _steps[^1].Left;

    /// <summary>Why the material at a place is not among them.</summary>
    public string WhyNot(int place) => $"not {_steps.First(s => s.Left.BinarySearch(place) < 0).Wanted}";

    private static SourceLocation LocationOf(Experiment experiment, string key) =>
        experiment.Locations.Of(
            experiment.Locations.Keys.ContainsKey($"dataset.{key}") ? $"dataset.{key}" : $"dataset.{SelectionReader.Formulas}");

    private static IEnumerable<Diagnostic> Wrong(Experiment experiment, MaterialCondition condition, Property property)
    {
        var path = PathOf(condition);
        if (condition.Kind != property.Kind)
        {
            var (name, form) = (property.Name, condition.Kind == PropertyKind.Number ? "bounds" : "classes");
            yield return Error(
                DiagnosticCodes.WrongForm,
                property.Kind switch
                {
                    PropertyKind.Number =>
                        $"The values of '{name}' are numbers, so '{path}' must be bounds, like {{ between: [1, 2] }}, not {form}.",
                    PropertyKind.Classes => $"The values of '{name}' are classes, so '{path}' must list some of them, like "
                        + $"[{string.Join(", ", property.Classes.Take(2))}], not {form}.",
                    _ => $"'{name}' is a vector, of which no condition can be stated.",
                });
            yield break;
        }

        foreach (var word in (condition as MaterialCondition.OneOf)?.Classes ?? [])
            if (PropertyClasses.IndexOf(property, word) is null)
                yield return Error(
                    DiagnosticCodes.UnknownChoice,
                    $"'{YamlReading.Shown(word)}' is no class of '{property.Name}'"
                        + (Suggestion.Nearest(word, property.Classes) is { } nearest ? $"; did you mean '{nearest}'?" : ".")
                        + $" Classes: {string.Join(", ", property.Classes.Take(MostClasses))}"
                        + $"{(property.Classes.Length > MostClasses ? ", ..." : "")}.");

        Diagnostic Error(string code, string message) =>
            new(DiagnosticSeverity.Error, code, experiment.Locations.Of(path), path, message);
    }

    /// <summary>Classes that a message lists.</summary>
    private const int MostClasses = 20;

    /// <summary>Where a condition stands in an experiment file.</summary>
    internal static string PathOf(MaterialCondition condition) => $"dataset.{SelectionReader.Where}.{condition.Property}";
}
