using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Where and when the models were trained, and how long that took, as their results say.</summary>
internal sealed class ProvenanceSection : ReportSection
{
    public override string Id => "provenance";

    public override string Title => "Provenance and times";

    public override string Link => "Provenance";

    public override PagePart Part => PagePart.Background;

    public override bool IsShown(ReportInput input) => !input.Results.Runs.IsEmpty;

    public override SectionPage? Page(ReportInput input)
    {
        var runs = input.Results.Runs;
        if (runs.IsEmpty) return null;
        return SectionPage.Plain(
            $"<p>{NumberText.Count(runs.Length)} models were trained in {TimesFigure.Seconds(runs.Sum(run => run.Seconds))} of training "
                + $"loops all together, between {PageView.Time(runs.Min(run => run.Started))} and "
                + $"{PageView.Time(runs.Max(run => run.Finished))}. Numbers do not depend on where a model is trained; a model that "
                + "several studies need is trained once and kept in the store.</p>",
            [TimesFigure.Of(runs)!],
            [Table(runs)]);
    }

    public override IEnumerable<JsonMember> Json(ReportInput input) => input.Results.Runs.IsEmpty ? [] :
    [
        new("provenance", input.Results.Runs.GroupBy(Key).Select(group => new
        {
            group.Key.Device,
            group.Key.Program,
            Machines = Machines(group),
            Models = group.Count(),
            Resumed = group.Count(run => run.IsResumed),
            Seconds = group.Sum(run => run.Seconds),
            FirstStarted = group.Min(run => run.Started),
            LastFinished = group.Max(run => run.Finished),
        })),
    ];

    private static (string Device, string Program) Key(ModelRun run) => (run.Device, run.Program);

    // Their names are nobody's business where a report is sent to; the store has them.
    private static int Machines(IEnumerable<ModelRun> runs) => runs.Select(run => run.Machine).Distinct().Count();

    private static ReportTable Table(ImmutableArray<ModelRun> runs) => new(
        "Where the models were trained.",
        [
            new("device"), new("program"), new("machines", true), new("models", true), new("resumed", true), new("time", true),
            new("first started"), new("last finished"),
        ],
        [
            .. runs.GroupBy(Key).OrderByDescending(group => group.Count()).Select(group => ImmutableArray.Create(
                group.Key.Device,
                group.Key.Program,
                NumberText.Count(Machines(group)),
                NumberText.Count(group.Count()),
                NumberText.Count(group.Count(run => run.IsResumed)),
                TimesFigure.Seconds(group.Sum(run => run.Seconds)),
                PageView.Time(group.Min(run => run.Started)),
                PageView.Time(group.Max(run => run.Finished)))),
        ]);
}
