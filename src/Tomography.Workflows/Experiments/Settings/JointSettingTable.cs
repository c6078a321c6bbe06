using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>The settings of models that learn several targets; other models do not depend on them.</summary>
internal static class JointSettingTable
{
    /// <summary>Where they stand.</summary>
    public const string Section = "training.joint";

    private const int MostConvolutions = 20, MostRank = 256, MostTie = 1000;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting<StudySettings>> All { get; } =
    [
        new ChoiceSetting<StudySettings, SharingKind>(Section, "sharing",
            "What the targets have in common: 'hard', embedding and convolutions; 'soft', nothing, but convolutions that are pulled "
                + "together; "
                + "'adapters', these and the first hidden layer, to which each adds a layer of low rank.",
            EnumWords.Of<SharingKind>(),
            s => s.Training.Joint.Sharing, (s, v) => With(s, s.Training.Joint with { Sharing = v }))
        {
            OfJointModels = true,
            NotListedAt = "hard",
        },
        new WholeSetting<StudySettings>(Section, "shared-convolutions",
            "How many convolutions the targets share (or tie), from the first; behind them each target has its own. 'all' for all "
                + "there are.",
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
        new NumberSetting<StudySettings>(Section, "tie",
            "With soft sharing what the squared distance of two targets' convolutions is multiplied by before it is added to the loss.",
            0, MostTie, s => s.Training.Joint.Tie, (s, v) => With(s, s.Training.Joint with { Tie = v }))
        {
            OfJointModels = true,
            UsedWhen = s => s.Training.Joint.Sharing == SharingKind.Soft,
        },
        new WholeSetting<StudySettings>(Section, "rank", "With adapters the rank of what each target adds to the first hidden layer.",
            1, MostRank, s => s.Training.Joint.Rank, (s, v) => With(s, s.Training.Joint with { Rank = v }))
        {
            OfJointModels = true,
            UsedWhen = s => s.Training.Joint.Sharing == SharingKind.Adapters,
        },
        new ChoiceSetting<StudySettings, bool>(Section, "conflicts",
            "What becomes of gradients of targets that point against each other: 'keep' adds them, 'project' takes away of each what "
                + "is against "
                + "another (PCGrad).",
            new OrderedDictionary<string, bool>(StringComparer.Ordinal) { ["keep"] = false, ["project"] = true },
            s => s.Training.Joint.ProjectsConflicts, (s, v) => With(s, s.Training.Joint with { ProjectsConflicts = v }))
        {
            OfJointModels = true,
            NotListedAt = "keep",
        },
        new NumberSetting<StudySettings>(Section, "disentangle",
            "What the overlap of two targets in the pooled vector is multiplied by before it is added to the loss.",
            0, MostTie, s => s.Training.Joint.Disentangle, (s, v) => With(s, s.Training.Joint with { Disentangle = v }))
        {
            OfJointModels = true,
            NotListedAt = "0",
        },
    ];

    /// <summary>What they have to keep together with others.</summary>
    public static ImmutableArray<SettingRule<StudySettings>> Rules { get; } =
    [
        new(Section, (_, s) => s.Training.Joint.SharedConvolutions is { } shared && shared > s.Model.Convolutions
            ? new(
                DiagnosticCodes.OutOfRange, "shared-convolutions",
                $"'{Section}.shared-convolutions' is {shared}, but the model has {s.Model.Convolutions} convolutions: write at most "
                    + $"that, or "
                    + "'all'.")
            : null),
        new(Section, (yaml, s) => Unused(yaml, "tie", s.Training.Joint.Sharing == SharingKind.Soft, "sharing: soft")),
        new(Section, (yaml, s) => Unused(yaml, "rank", s.Training.Joint.Sharing == SharingKind.Adapters, "sharing: adapters")),
        new(Section, (_, s) => s.Training.Joint.Sharing == SharingKind.Soft && s.Training.Joint.ProjectsConflicts
            ? new(
                DiagnosticCodes.Conflict, "conflicts",
                $"'{Section}.conflicts: project' works on what targets share, and with 'sharing: soft' each has its own: write 'keep', or "
                    + "'sharing: hard'.")
            : null),
        new(Section, (_, s) => s.Training.Joint is { Disentangle: > 0 } joint
            && (joint.Sharing != SharingKind.Hard || joint.SharedOf(s.Model) < s.Model.Convolutions)
            ? new(
                DiagnosticCodes.Conflict, "disentangle",
                $"'{Section}.disentangle' needs one pooled vector that the heads of all targets read: write 'sharing: hard' and "
                    + "'shared-convolutions: all', or leave it out.")
            : null),
        new(Section, (_, s) => s.Training.Joint.Sharing == SharingKind.Adapters
            && s.Training.Joint.SharedOf(s.Model) < s.Model.Convolutions
            ? new(
                DiagnosticCodes.Conflict, "shared-convolutions",
                $"With 'sharing: adapters' all convolutions are shared: write 'shared-convolutions: all', or 'sharing: hard'.")
            : null),
    ];

    // An option that would do nothing most likely was meant to do something.
    private static SettingProblem? Unused(YamlSection yaml, string key, bool isUsed, string needs) => isUsed || !yaml.Has(key) ? null
        : new(DiagnosticCodes.Conflict, key, $"'{Section}.{key}' has an effect with '{needs}' alone: write that, or leave it out.");

    private static StudySettings With(StudySettings settings, JointSettings joint) =>
        settings with { Training = settings.Training with { Joint = joint } };
}
