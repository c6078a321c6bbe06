using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;
using Number = Tomography.Workflows.NumberSetting<Tomography.Workflows.StudySettings>;
using Text = Tomography.Workflows.TextSetting<Tomography.Workflows.StudySettings>;

namespace Tomography.Workflows;

/// <summary>The settings of splits.</summary>
internal static class SplitSettingTable
{
    /// <summary>All of them.</summary>
    /// <param name="groupings">What a split can keep together.</param>
    public static ImmutableArray<Setting<StudySettings>> With(ImmutableArray<SplitGrouping> groupings) =>
        [
            new Number(
                "split",
                "train",
                "Share of materials to learn from.",
                0,
                1,
                s => s.Split.Train,
                (s, v) => With(s, s.Split with { Train = v }))
            {
                AboveFrom = true,
                Advice = AboutShares,
                UsedWhen = s => s.Split.IsByShares,
            },
            new Number(
                "split",
                "validation",
                "Share that chooses the best epoch.",
                0,
                1,
                s => s.Split.Validation,
                (s, v) => With(s, s.Split with { Validation = v }))
            {
                AboveFrom = true,
                Advice = AboutShares,
                UsedWhen = s => s.Split.IsByShares,
            },
            new Number(
                "split",
                "test",
                "Share whose error is reported.",
                0,
                1,
                s => s.Split.Test,
                (s, v) => With(s, s.Split with { Test = v }))
            {
                AboveFrom = true,
                Advice = AboutShares,
                UsedWhen = s => s.Split.IsByShares,
            },
            new ChoiceSetting<StudySettings, string>(
                "split",
                "by",
                $"{string.Join("; ", groupings.Select(g => $"'{g.Name}' {g.Meaning}"))}.",
                new OrderedDictionary<string, string>(groupings.Select(g => KeyValuePair.Create(g.Name, g.Name)), StringComparer.Ordinal),
                s => s.Split.By,
                (s, v) => With(s, s.Split with { By = v }))
            {
                UsedWhen = s => s.Split.IsByShares || s.Split.Rotate > 0,
            },
            new WholeSetting<StudySettings>(
                "split",
                "rotate",
                "Cross-validation: so many parts, of which the k-th seed tests the k-th; in place of the shares.",
                3,
                1000,
                s => s.Split.Rotate,
                (s, v) => With(s, s.Split with { Rotate = v }))
            {
                UsedWhen = s => s.Split.Rotate > 0,
            },
            new Text(
                "split",
                "column",
                "Column of the dataset that numbers the fold of each material from 0; the k-th seed tests the k-th fold.",
                s => s.Split.Column,
                (s, v) => With(s, s.Split with { Column = v }))
            {
                UsedWhen = s => s.Split.Column.Length > 0,
                Refuse = v => PropertyName.IsValid(v) ? null : "must name a column of the dataset: lower case words joined by hyphens",
            },
            new MatbenchSetting(
                "split",
                "matbench",
                "Fold of matbench v0.1 that tests, with the official folds of its files; 'all' tests the k-th by the k-th seed.",
                s => s.Split.Matbench,
                (s, v) => With(s, s.Split with { Matbench = v }))
            {
                UsedWhen = s => s.Split.Matbench.Length > 0,
                // Which of the folds it is, the rule of the split lists, seed by seed: one fold alone and among all is the same.
                ListedAs = s => s.Split.Matbench.Length > 0 ? "v0.1" : "",
                NotListedAt = "",
            },
            Ids("train-ids", "train on", s => s.TrainIds, (s, v) => s with { TrainIds = v }),
            Ids("validation-ids", "choose the best epoch by", s => s.ValidationIds, (s, v) => s with { ValidationIds = v }),
            Ids("test-ids", "test", s => s.TestIds, (s, v) => s with { TestIds = v }),
            new Number(
                "split",
                "hold-out",
                "Share of materials that no model sees, to judge how sure predictions are; the parts are those of the rest.",
                0,
                0.5,
                s => s.Split.HoldOut,
                (s, v) => With(s, s.Split with { HoldOut = v }))
            {
                UsedWhen = s => s.Split.HoldOut > 0,
                NotListedAt = "0",
            },
            new Number(
                "split",
                "drop-below",
                "A property that at most this share of materials lacks sets them aside for all models.",
                0,
                1,
                s => s.Split.DropBelow,
                (s, v) => With(s, s.Split with { DropBelow = v }))
            {
                // Which materials a dataset holds, its hash tells.
                ChangesResults = false,
            },
        ];

    // Whether ids are the same tells the content of the files, which the rule of the split lists.
    private static Text Ids(string name, string what, Func<SplitSettings, string> get, Func<SplitSettings, string, SplitSettings> set) =>
        new("split", name, $"File with the ids of the materials to {what}, one per line; relative to this file.",
            s => get(s.Split), (s, v) => With(s, set(s.Split, v)))
        {
            ChangesResults = false, UsedWhen = s => s.Split.ListsIds,
        };

    private static string? AboutShares(double share) =>
        share <= 0 ? "each of the three parts needs a share above 0, like train 0.6, validation 0.2, test 0.2"
        : share <= 100 ? string.Create(CultureInfo.InvariantCulture, $"{share:R} % is written {share / 100:R}")
        : null;

    private static StudySettings With(StudySettings settings, SplitSettings split) => settings with { Split = split };
}
