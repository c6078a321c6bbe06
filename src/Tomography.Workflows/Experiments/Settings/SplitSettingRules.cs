using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What settings of a split have to keep together.</summary>
internal static class SplitSettingRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<SettingRule<StudySettings>> All { get; } =
    [
        new("split", SharesFit), new("split", MatbenchIsAlone), new("split", RotationIsAlone), new("split", ColumnIsAlone),
        new("split", IdsAreWhole),
    ];

    private static SettingProblem? SharesFit(YamlSection section, StudySettings settings)
    {
        var (usual, sum) = (StudySettings.Default.Split, settings.Split.Train + settings.Split.Validation + settings.Split.Test);
        // A share that is wrong itself has its default here, which nobody wrote.
        return sum <= 1 + 1e-9 || section.HasProblem ? null : new(
            DiagnosticCodes.OutOfRange, "train",
            $"The shares of 'split' sum to {sum:0.####}, more than 1; "
            + $"train {usual.Train}, validation {usual.Validation}, test {usual.Test} are those of [T].");
    }

    private static SettingProblem? MatbenchIsAlone(YamlSection section, StudySettings settings) =>
        settings.Split.Matbench.Length > 0
        && FirstOf(section, "train", "validation", "test", "by", "rotate", "column", "train-ids", "hold-out") is { } other
            ? new(
                DiagnosticCodes.Conflict,
                other,
                $"'split.matbench' prescribes the parts, so 'split.{other}' has no meaning: leave one of them out.")
            : null;

    private static SettingProblem? RotationIsAlone(YamlSection section, StudySettings settings) =>
        settings.Split.Rotate > 0 && FirstOf(section, "train", "validation", "test") is { } share
            ? new(
                DiagnosticCodes.Conflict,
                share,
                $"'split.rotate' cuts the dataset into {settings.Split.Rotate} equal parts, so 'split.{share}' has no meaning: leave one "
                    + $"of them out.")
            : null;

    private static SettingProblem? ColumnIsAlone(YamlSection section, StudySettings settings) =>
        settings.Split.Column.Length > 0 && FirstOf(section, "train", "validation", "test", "by", "rotate", "train-ids") is { } other
            ? new(
                DiagnosticCodes.Conflict,
                other,
                $"'split.column' states the parts, so 'split.{other}' has no meaning: leave one of them out.")
            : null;

    private static SettingProblem? IdsAreWhole(YamlSection section, StudySettings settings)
    {
        if (!settings.Split.ListsIds) return null;
        foreach (var key in new[] { "train-ids", "validation-ids", "test-ids" })
            if (!section.Has(key))
                return new(
                    DiagnosticCodes.MissingKey,
                    key,
                    $"'split.{key}' is missing: listed ids need a file for each of the three parts.");
        return FirstOf(section, "train", "validation", "test", "by", "rotate", "hold-out") is { } other
            ? new(DiagnosticCodes.Conflict, other, $"Files of ids state the parts, so 'split.{other}' has no meaning: leave it out.")
            : null;
    }

    private static string? FirstOf(YamlSection section, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (section.Has(key))
                return key;
        return null;
    }
}
