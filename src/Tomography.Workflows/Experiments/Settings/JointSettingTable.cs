using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The settings of models that learn several targets; other models do not depend on them.</summary>
internal static class JointSettingTable
{
    /// <summary>Where they stand.</summary>
    public const string Section = "training.joint";

    private const int MostConvolutions = 20;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting<StudySettings>> All { get; } =
    [
        new WholeSetting<StudySettings>(Section, "shared-convolutions",
            "How many convolutions the targets share, from the first; behind them each target has its own. 'all' for all there are.",
            0, MostConvolutions,
            s => s.Training.Joint.SharedConvolutions ?? -1,
            (s, v) => With(s, s.Training.Joint with { SharedConvolutions = v < 0 ? null : v }))
        {
            Below = "all",
            OfJointModels = true,
            NotListedAt = "all",
            ListedAs = s => s.Training.Joint.SharedOf(s.Model) is var shared && shared == s.Model.Convolutions ? "all" : $"{shared}",
        },
        new LossWeightsSetting(Section, "loss-weights",
            "How the losses of targets are added up: 'equal', by what is learnt of their 'uncertainty', or by a weight of each target: "
                + "a mapping like { band-gap: 2 }, others weigh 1.",
            s => s.Training.Joint.LossWeights, (s, v) => With(s, s.Training.Joint with { LossWeights = v }))
        {
            OfJointModels = true,
            NotListedAt = "equal",
        },
    ];

    /// <summary>What they have to keep together with others.</summary>
    public static ImmutableArray<SettingRule<StudySettings>> Rules { get; } =
    [
        new(Section, (_, s) => s.Training.Joint.SharedConvolutions is { } shared && shared > s.Model.Convolutions
            ? new(
                DiagnosticCodes.OutOfRange, "shared-convolutions",
                $"'{Section}.shared-convolutions' is {shared}, but the model has {s.Model.Convolutions} convolutions: write at most that, or "
                    + "'all'.")
            : null),
    ];

    private static StudySettings With(StudySettings settings, JointSettings joint) =>
        settings with { Training = settings.Training with { Joint = joint } };
}
