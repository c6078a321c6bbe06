using System.Globalization;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Importance in words.</summary>
internal static class ImportanceText
{
    /// <summary>The form as headings say it.</summary>
    public static string Words(this ImportanceForm form) => form == ImportanceForm.Pooled ? "over all seeds" : "paired by seed";

    /// <summary>Why a percentage is missing.</summary>
    public static string Words(this MissingReason reason) => reason switch
    {
        MissingReason.NotAskedFor => "the experiment does not ask for it",
        MissingReason.NoBaseline => "no baseline is trained",
        MissingReason.NoAugmentedModel => "no model with the feature is trained",
        MissingReason.NoCommonSeed => "baseline and model with the feature have no seed in common",
        MissingReason.VanishingBaseline => "the error of the baseline is zero",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };

    /// <summary>A cell as one full sentence.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="verdict">The verdict on it; null where none is asked for.</param>
    /// <param name="representation">Its representation.</param>
    /// <param name="form">The form of importance.</param>
    /// <param name="saysMaterials">Whether to say on how many materials it stands.</param>
    public static string Sentence(
        ImportanceCell cell, EdgeVerdict? verdict, Representation representation, ImportanceForm form, bool saysMaterials)
    {
        var value = cell.In(form);
        if (value.Percent is not { } percent)
            return $"{Capital(representation)}: the importance of {cell.Features.Label()} for {cell.Target} is not available, "
                + $"because {value.Missing!.Value.Words()}.";

        var judgement = cell.IsSelf ? " Positive control: the feature is the target."
            : cell.ContainsTarget ? " The target is among the features: the model is given the answer."
            : verdict is null ? ""
            : $" Verdict: {verdict.Words()}.";
        var seeds = cell.IsComplete ? $"{cell.PlannedSeeds} seeds" : $"{cell.PairedSeeds} of {cell.PlannedSeeds} seeds in both models";
        var materials = saysMaterials && cell.Materials is { } number ? $", {NumberText.Count(number)} materials" : "";
        var change = cell.Features.Count == 1 ? "as a feature changes" : "as features change";
        return $"{Capital(representation)}: {cell.Features.Label()} {change} the test error of {cell.Target} by "
            + $"{NumberText.Signed(percent.Change)} % ({NumberText.Signed(percent.Lower)} % to {NumberText.Signed(percent.Upper)} %, "
            + $"{form.Words()}, {seeds}{materials}).{judgement}{Seeds(cell)}";
    }

    // What each seed says; not where there is but one.
    private static string Seeds(ImportanceCell cell) => cell.SeedChanges.Length < 2 ? "" : " Seeds: "
        + string.Join(", ", cell.SeedChanges.Select(seed =>
            string.Create(CultureInfo.InvariantCulture, $"{seed.Seed} {NumberText.Signed(100 * seed.Change)} %"))) + ".";

    /// <summary>The representation as the start of a sentence.</summary>
    public static string Capital(Representation representation)
    {
        var word = representation.Name;
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
