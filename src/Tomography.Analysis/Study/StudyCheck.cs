using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Refuses a study that contradicts itself.</summary>
internal static class StudyCheck
{
    private const string Expected = "expected one of its representations, targets and features";

    /// <summary>Checks what a study says of itself.</summary>
    /// <exception cref="ArgumentException">
    /// A control is no feature; a property is not described; a model is of a representation, target or row that the study has not; two
    /// models of a representation, target and row differ in more than their seed; a model with a score or a failure was not asked for;
    /// or a number is out of its range.
    /// </exception>
    public static void Check(StudyResults results)
    {
        Names(results);
        var planned = results.Models.ToHashSet();
        foreach (var model in planned) Model(results, model);
        Alike(results, planned);
        if (results.FailedModels.FirstOrDefault(model => !planned.Contains(model)) is { } unknown)
            throw Problem(results, $"The failed model {unknown} is not part of the study; expected one of its models.");
        foreach (var score in results.Scores)
            if (Of(score, planned) is { } problem)
                throw Problem(results, $"The result of {score.Model} {problem}.");
        foreach (var score in (results.Joint?.Scores ?? []).Concat(results.Sequence?.Scores ?? []))
            if (OfNumbers(score) is { } problem)
                throw Problem(results, $"The result of {score.Model} {problem}.");
    }

    private static void Names(StudyResults results)
    {
        var features = results.Features.SelectMany(row => row).ToHashSet();
        foreach (var control in results.Controls.Where(control => !features.Contains(control)))
            throw Problem(results, $"The control {control} is no feature of the study; expected one of {string.Join(", ", features)}.");
        var described = results.Properties.Select(property => property.Name).ToHashSet();
        foreach (var name in features.Concat(results.Targets.Select(target => target.Name)).Where(name => !described.Contains(name)))
            throw Problem(results, $"The property {name} is not described; expected it among {string.Join(", ", described)}.");
    }

    private static void Model(StudyResults results, ModelSpec model)
    {
        var isKnown = results.Representations.Contains(model.Representation)
            && !model.Targets.IsEmpty
            && model.Targets.All(name => results.Targets.Any(target => target.Name == name))
            && (model.Features.IsEmpty || results.Features.Contains(model.Features)
                || model.Targets.All(target => results.Given(ControlFeatures.Self, target) == model.Features));
        if (!isKnown) throw Problem(results, $"The model {model} is not part of the study; {Expected}.");
    }

    // A cell of a table stands on one set of materials; else its seeds could not be compared.
    private static void Alike(StudyResults results, IEnumerable<ModelSpec> models)
    {
        var cells = models.Where(model => !model.Features.IsEmpty)
            .SelectMany(model => model.Targets.Select(target => (Cell: (model.Representation, target, model.Features), Model: model)))
            .GroupBy(pair => pair.Cell, pair => pair.Model);
        foreach (var cell in cells)
        {
            var first = cell.First();
            if (cell.FirstOrDefault(model => model with { Seed = first.Seed } != first) is { } other)
                throw Problem(
                    results,
                    $"The models {first} and {other} differ in more than their seed; expected the same targets and materials.");
        }
    }

    private static string? Of(ModelScore score, HashSet<ModelSpec> planned) =>
        !planned.Contains(score.Model) ? "is not part of the study; expected one of its models"
        : !score.Model.Targets.Contains(score.Target) ? $"is for {score.Target}; expected one of its targets"
        : OfNumbers(score);

    private static string? OfNumbers(ModelScore score) =>
        !IsError(score.TestMae) ? $"has the test error {score.TestMae:R}; expected a number of at least 0"
        : !IsError(score.ConstantMae) ? $"has the error {score.ConstantMae:R} of the best constant; expected a number of at least 0"
        : !IsError(score.ValidationMae) ? $"has the validation error {score.ValidationMae:R}; expected a number of at least 0"
        : score.R2 is { } r2 && !(double.IsFinite(r2) && r2 <= 1) ? $"has the R2 {r2:R}; expected a number of at most 1, or none"
        : score.Materials < 1 ? $"stands on {score.Materials} materials; expected at least 1"
        : null;

    private static bool IsError(double value) => double.IsFinite(value) && value >= 0;

    private static ArgumentException Problem(StudyResults results, string message) => new(message, nameof(results));
}
