using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>
/// The settings of models that start from others. They say which models there are beside those of the study; what such a model depends on
/// stands in its own fingerprint, so that no other depends on them.
/// </summary>
internal static class SequenceSettingTable
{
    /// <summary>Where they stand.</summary>
    public const string Section = "training.start-from";

    private const double HighestRate = 100;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting<StudySettings>> All { get; } =
    [
        new TargetsSetting(Section, "target",
            "The target, or targets, whose models others start from: the study's own models, of the same representation and seed.",
            s => Of(s).Sources, (s, v) => With(s, Of(s) with { Sources = v }))
        {
            OfSequence = true,
            UsedWhen = s => s.Sequence is { Sources.IsEmpty: false },
        },
        new SetsSetting(Section, "together",
            "The targets of a model of 'together' that others start from in the same way, a list; or several such lists. It must share "
                + "all convolutions.",
            s => Of(s).Together, (s, v) => With(s, Of(s) with { Together = v }))
        {
            OfSequence = true,
            UsedWhen = s => s.Sequence is { Together.IsEmpty: false },
        },
        new TargetsSetting(Section, "to",
            "The targets whose models start from them; all that a source has not learnt where it is left out.",
            s => Of(s).To, (s, v) => With(s, Of(s) with { To = v }))
        {
            OfSequence = true,
            UsedWhen = s => s.Sequence is { To.IsEmpty: false },
        },
        new LabelsSetting(Section, "labels",
            "From how many labelled materials of the training part these learn, each number a model with a start and one without; 'all' "
                + "for the whole training part, which is the default.",
            s => Of(s).Labels, (s, v) => With(s, Of(s) with { Labels = v }))
        {
            OfSequence = true,
            UsedWhen = IsAsked,
        },
        new FlagSetting<StudySettings>(Section, "freeze",
            "Whether the embedding and the convolutions that are taken over stay as they are.",
            s => Of(s).IsFrozen, (s, v) => With(s, Of(s) with { IsFrozen = v }))
        {
            OfSequence = true,
            UsedWhen = IsAsked,
        },
        new NumberSetting<StudySettings>(Section, "rate",
            "What the learning rate of the embedding and the convolutions is multiplied by where they are trained on.",
            0, HighestRate, s => Of(s).Rate, (s, v) => With(s, Of(s) with { Rate = v }))
        {
            AboveFrom = true,
            OfSequence = true,
            UsedWhen = s => s.Sequence is { IsFrozen: false },
        },
    ];

    /// <summary>What they have to keep together.</summary>
    public static ImmutableArray<SettingRule<StudySettings>> Rules { get; } =
    [
        new(Section, (yaml, s) => s.Sequence is { Sources.IsEmpty: true, Together.IsEmpty: true } && !yaml.HasProblem
            ? new(
                DiagnosticCodes.MissingKey, "target",
                $"'{Section}.target' is missing: say whose models others are to start from, like 'target: band-gap', or name a set of '"
                    + "together'.")
            : null),
        new(Section, (yaml, s) => s.Sequence is { IsFrozen: true } && yaml.Has("rate")
            ? new(
                DiagnosticCodes.Conflict, "rate",
                $"'{Section}.rate' has no effect with 'freeze: true', which trains nothing of what is taken over: leave one of them out.")
            : null),
    ];

    private static bool IsAsked(StudySettings settings) => settings.Sequence is not null;

    private static SequenceSettings Of(StudySettings settings) => settings.Sequence ?? SequenceSettings.Usual;

    private static StudySettings With(StudySettings settings, SequenceSettings sequence) => settings with { Sequence = sequence };
}
