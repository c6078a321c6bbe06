using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>Importance in words.</summary>
internal static class ImportanceText
{
    /// <summary>The form as headings say it.</summary>
    public static string Words(this ImportanceForm form) => form == ImportanceForm.Pooled ? "over all seeds" : "paired by seed";

    /// <summary>Why a percentage is missing.</summary>
    public static string Words(this MissingReason reason) => reason switch
    {
        MissingReason.NoBaseline => "no baseline is trained",
        MissingReason.NoAugmentedModel => "no model with the feature is trained",
        MissingReason.NoCommonSeed => "baseline and model with the feature have no seed in common",
        MissingReason.VanishingBaseline => "the error of the baseline is zero",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };

    /// <summary>A cell as one full sentence.</summary>
    public static string Sentence(ImportanceCell cell, Representation representation, ImportanceForm form)
    {
        var value = cell.In(form);
        if (value.Percent is not { } percent)
            return $"{Capital(representation)}: the importance of {cell.Feature} for {cell.Target} is not available, because {value.Missing!.Value.Words()}.";

        var judgement = cell.IsSelf ? " Positive control: the feature is the target."
            : percent.IsSignificant ? " Significant."
            : percent.IsHarmful ? " Harmful."
            : "";
        var seeds = cell.IsComplete ? $"{cell.PlannedSeeds} seeds" : $"{cell.PairedSeeds} of {cell.PlannedSeeds} seeds in both models";
        return $"{Capital(representation)}: {cell.Feature} as a feature changes the test error of {cell.Target} by {NumberText.Signed(percent.Change)} % " +
            $"({NumberText.Signed(percent.Lower)} % to {NumberText.Signed(percent.Upper)} %, {form.Words()}, {seeds}).{judgement}";
    }

    /// <summary>The representation as the start of a sentence.</summary>
    public static string Capital(Representation representation)
    {
        var word = representation.Word();
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
