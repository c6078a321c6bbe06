using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The tables of the section on uncertainty.</summary>
internal static class UncertaintyTables
{
    private const string None = "\u2013";
    private const int MostEdges = 20, FewestOfSystem = 20;

    /// <summary>All of them that have a row.</summary>
    public static IEnumerable<ReportTable> Of(StudyAnalysis analysis, UncertaintyAnalysis uncertainty)
    {
        ReportTable[] tables =
        [
            Coverage(analysis, uncertainty), Spread(analysis, uncertainty), Told(analysis, uncertainty), Groups(uncertainty),
            Domain(analysis, uncertainty), Gates(analysis, uncertainty), Joint(uncertainty), Edges(uncertainty),
        ];
        return tables.Where(table => !table.Rows.IsEmpty);
    }

    private static ReportTable Coverage(StudyAnalysis analysis, UncertaintyAnalysis uncertainty) => new(
        "Share of crystals, in percent, whose true value intervals hold, by the share that they are to hold; mean width at the level asked "
            + "for, and what of the width of intervals around one constant it leaves open; miscalibration areas.",
        [
            new("target"), new("representation"), new("crystals", true),
            .. UncertaintyAnalyzer.Levels.Select(level => new TableColumn($"{UncertaintyText.Percent(level)} %", true)),
            new($"width, {UncertaintyText.Percent(uncertainty.Settings.Level)} %", true), new("left open, %", true),
            new("area, calibrated", true),
            new("area, spread and noise", true), new("area, spread alone", true),
        ],
        Rows(uncertainty, t =>
        [
            NumberText.Count(t.Crystals),
            .. UncertaintyAnalyzer.Levels.Select(level => Held(t.Levels.FirstOrDefault(l => l.Level == level))),
            t.Asked is { } asked ? WithUnit(asked.Width, analysis, t) : None,
            t.Open is { } open ? NumberText.Fixed(100 * open, 0) : None,
            NumberText.Fixed(t.ConformalArea, 3), NumberText.Fixed(t.NormalArea, 3), Number(t.SpreadArea, 3),
        ]));

    private static ReportTable Spread(StudyAnalysis analysis, UncertaintyAnalysis uncertainty) => new(
        "Error of the mean of the models, what it consists of, and scores of normal errors: mean absolute error, spread (what more models "
            + "or data would lower), noise (what is left), CRPS, sharpness, ENCE, rank correlation of spread and error.",
        [
            new("target"), new("representation"), new("models", true), new("error", true), new("spread", true), new("noise", true),
            new("CRPS", true), new("sharpness", true), new("ENCE", true), new("spread and error", true),
        ],
        Rows(uncertainty, t =>
        [
            NumberText.Count(t.Models), WithUnit(t.Error, analysis, t), Unit(t.Spread, analysis, t), WithUnit(t.Noise, analysis, t),
            WithUnit(t.Crps, analysis, t), WithUnit(t.Sharpness, analysis, t), Number(t.Ence, 2), Rank(t.SpreadRank),
        ]));

    private static ReportTable Told(StudyAnalysis analysis, UncertaintyAnalysis uncertainty) => new(
        "Noise that models tell of each crystal, by the variance that they predict, beside one noise for all crystals (behind the stroke): "
            + "root mean square, scores of normal errors by it and the spread, width and coverage of intervals that it calibrates at "
            + $"{UncertaintyText.Percent(uncertainty.Settings.Level)} %, and the rank correlation of told noise and error.",
        [
            new("target"), new("representation"), new("noise", true), new("area", true), new("ENCE", true), new("CRPS", true),
            new("width", true), new("held, %", true), new("noise and error", true),
        ],
        [
            .. uncertainty.Targets.Where(t => t.Told is not null).Select(t => ImmutableArray.Create(
                t.Target.Value, t.Representation.Name, Pair(t.Told!.RootMeanSquare, t.Noise, v => WithUnit(v, analysis, t)),
                Pair(t.Told.Area, t.NormalArea, v => NumberText.Fixed(v, 3)), Pair(t.Told.Ence, t.Ence, v => NumberText.Fixed(v, 2)),
                Pair(t.Told.Crps, t.Crps, v => WithUnit(v, analysis, t)),
                Pair(t.Told.Asked?.Width, t.Asked?.Width, v => WithUnit(v, analysis, t)),
                Pair(100 * t.Told.Asked?.Coverage, 100 * t.Asked?.Coverage, v => NumberText.Fixed(v, 1)), Rank(t.Told.Rank))),
        ]);

    private static string Pair(double? told, double? one, Func<double, string> text) =>
        $"{(told is { } t ? text(t) : None)} / {(one is { } o ? text(o) : None)}";

    private static ReportTable Groups(UncertaintyAnalysis uncertainty) => new(
        $"Share of crystals, in percent, that intervals of {UncertaintyText.Percent(uncertainty.Settings.Level)} % hold: in thirds of the "
            + "crystals by their distance to the training crystals, calibrated by all and, behind the stroke, by the third alone; and in "
            + $"the crystal system of {FewestOfSystem} crystals or more where they hold least. The workbook has all groups.",
        [
            new("target"), new("representation"), .. DistanceBands.Names.Select(name => new TableColumn(name, true)),
            new("lowest crystal system"), new("held", true),
        ],
        [
            .. uncertainty.Targets.Where(t => !t.Groups.IsEmpty).Select(t =>
            {
                var lowest = t.Groups.Where(g => g.Kind != "distance" && g.Crystals >= FewestOfSystem && g.ForAll is not null)
                    .MinBy(g => g.ForAll!.Coverage);
                return ImmutableArray.Create<string>(
                [
                    t.Target.Value, t.Representation.Name,
                    .. DistanceBands.Names.Select(name => Both(t.Groups.FirstOrDefault(g => g.Name == name))),
                    lowest is null ? None : $"{lowest.Name}, {NumberText.Count(lowest.Crystals)} crystals", Held(lowest?.ForAll),
                ]);
            }),
        ]);

    private static ReportTable Domain(StudyAnalysis analysis, UncertaintyAnalysis uncertainty) => new(
        "Mean absolute errors inside the applicability domain and outside, and the rank correlation of distance and error.",
        [
            new("target"), new("representation"), new("inside", true), new("error", true), new("outside", true), new("error outside", true),
            new("ratio", true), new("distance and error", true),
        ],
        [
            .. uncertainty.Targets.Where(t => t.Domain is not null).Select(t => ImmutableArray.Create(
                t.Target.Value, t.Representation.Name,
                NumberText.Count(t.Domain!.Inside.Crystals), Unit(t.Domain.Inside.Mean, analysis, t),
                NumberText.Count(t.Domain.Outside.Crystals), Unit(t.Domain.Outside.Mean, analysis, t),
                Number(t.Domain.Ratio, 2), Rank(t.Domain.Rank))),
        ]);

    private static ReportTable Gates(StudyAnalysis analysis, UncertaintyAnalysis uncertainty) => new(
        "Predictions that pass the gates and that are stopped, with their mean absolute errors, and what stops them: one prediction may be "
            + "stopped by several gates.",
        [
            new("target"), new("representation"), new("widest", true), new("pass", true), new("error", true), new("stopped", true),
            new("error stopped", true), new("domain", true), new("width", true), new("edges", true),
        ],
        Rows(uncertainty, t =>
        [
            Unit(t.Gates.Most, analysis, t), NumberText.Count(t.Gates.Passed.Crystals), Unit(t.Gates.Passed.Mean, analysis, t),
            NumberText.Count(t.Gates.Held.Crystals), Unit(t.Gates.Held.Mean, analysis, t), NumberText.Count(t.Gates.ByDomain),
            NumberText.Count(t.Gates.ByWidth), NumberText.Count(t.Gates.ByEdges),
        ]));

    private static ReportTable Joint(UncertaintyAnalysis uncertainty) => new(
        "Errors of two targets together (rank correlation), and boxes for all targets at once.",
        [new("representation"), new("what"), new("value", true)],
        [
            .. uncertainty.Joint.SelectMany(joint => Pairs(joint)
                .Append((
                    $"held by joint boxes, % ({UncertaintyText.Percent(joint.Level)} wanted)",
                    Number(100 * joint.Box, 1)))
                .Append(("held by intervals that share the misses, %", Number(100 * joint.Bonferroni, 1)))
                .Append(("volume of the former over the latter", Number(joint.Volume, 2)))
                .Select(row => ImmutableArray.Create(joint.Representation.Name, row.Item1, row.Item2))),
        ]);

    private static ReportTable Edges(UncertaintyAnalysis uncertainty) => new(
        uncertainty.StoppedEdges.Length <= MostEdges
            ? "Edges that are stopped."
            : $"The first {MostEdges} of {NumberText.Count(uncertainty.StoppedEdges.Length)} edges that are stopped; the workbook has all.",
        [new("edge"), new("representation"), new("why")],
        [
            .. uncertainty.StoppedEdges.Take(MostEdges).Select(e => ImmutableArray.Create(
                $"{e.Feature.Label()} \u2192 {e.Target.Value}", e.Representation.Name, e.Words())),
        ]);

    private static IEnumerable<(string What, string Value)> Pairs(JointUncertainty joint) =>
        from i in Enumerable.Range(0, joint.Targets.Length)
        from j in Enumerable.Range(i + 1, joint.Targets.Length - i - 1)
        select (
            $"errors of {joint.Targets[i]} and {joint.Targets[j]}",
            joint.Correlations[i * joint.Targets.Length + j] is { } rho ? NumberText.Plain(rho, 2) : None);

    private static ImmutableArray<ImmutableArray<string>> Rows(
        UncertaintyAnalysis uncertainty, Func<TargetUncertainty, IEnumerable<string>> cells) =>
        [.. uncertainty.Targets.Select(t => ImmutableArray.Create<string>([t.Target.Value, t.Representation.Name, .. cells(t)]))];

    private static string Held(LevelCoverage? coverage) => coverage is null
        ? None
        : $"{NumberText.Fixed(100 * coverage.Coverage, 1)} \u00b1 {NumberText.Fixed(100 * coverage.Deviation, 1)}";

    private static string Both(GroupCoverage? group) => group is null
        ? None
        : $"{(group.ForAll is { } all ? NumberText.Fixed(100 * all.Coverage, 1) : None)} / "
            + (group.Own is { } own ? NumberText.Fixed(100 * own.Coverage, 1) : None);

    private static string Rank(RankAgreement? rank) => rank is null
        ? None
        : $"{NumberText.Plain(rank.Rho, 2)} ({NumberText.Plain(rank.Low, 2)} to {NumberText.Plain(rank.High, 2)})";

    private static string Number(double? value, int decimals) => value is { } number ? NumberText.Fixed(number, decimals) : None;

    private static string Unit(double? value, StudyAnalysis analysis, TargetUncertainty target) =>
        value is { } number ? WithUnit(number, analysis, target) : None;

    private static string WithUnit(double value, StudyAnalysis analysis, TargetUncertainty target)
    {
        var unit = analysis.Property(target.Target).Unit;
        return NumberText.Fixed(value, Math.Max(0, NumberText.Decimals(target.Error) - 1)) + (unit.Length == 0 ? "" : $" {unit}");
    }
}
