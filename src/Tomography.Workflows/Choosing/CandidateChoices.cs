using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Chooses among the candidates of an experiment with the models that the store has.</summary>
/// <param name="plan">The whole plan, whose verdicts count.</param>
/// <param name="experiment">The experiment, with candidates.</param>
/// <param name="request">What was asked for.</param>
internal sealed class CandidateChoices(Plan plan, Experiment experiment, WorkflowRequest request)
{
    private const string Key = $"{CandidatesReader.Key}.dataset";
    private const int MostNamed = 5;

    private (Candidates Read, ImmutableArray<string?> SameAs)? _candidates;

    private CandidateSettings Settings => experiment.Candidates!;

    /// <summary>The choice of a variant; null where a model is missing.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="size">How many are chosen; null for what the experiment says.</param>
    /// <param name="onDamage">Told of what was damaged.</param>
    /// <param name="cancellation">Checked between models.</param>
    /// <exception cref="DiagnosticException">No candidate can be used.</exception>
    public Choice? Of(Variant variant, int? size, Action<string> onDamage, CancellationToken cancellation)
    {
        var (read, sameAs) = Read();
        var verdicts = StudyAnalyzer.Verdicts(
            StudyAssembly.Collect(plan, variant, new(request.Store), onDamage),
            AnalysisInputs.Of(plan, variant, request.Store, onDamage, request.Repertoire));
        var pool = new PoolReader(plan, variant, new(request.Store), request.Repertoire, onDamage)
            .Read(Settings, read.Dataset, sameAs, verdicts, cancellation);
        return pool is null ? null : CandidateChooser.Choose(pool, Settings.Batch with { Size = size ?? Settings.Batch.Size });
    }

    /// <summary>What is to be warned of: how the candidates were read, which of them are known, and that nothing can be chosen.</summary>
    public IEnumerable<Diagnostic> Warnings(Choice choice)
    {
        foreach (var warning in Read().Read.Warnings) yield return warning;
        var known = choice.Candidates.Where(c => c.SameAs is not null).ToArray();
        var (location, count) = (experiment.Locations.Of(Key), choice.Candidates.Length);
        if (known.Length > 0)
            yield return new(
                DiagnosticSeverity.Warning, DiagnosticCodes.KnownCandidates, location, Key,
                $"{known.Length} of {count} candidates are materials of the dataset, and are not chosen: "
                    + string.Join(", ", known.Take(MostNamed).Select(c => c.Id == c.SameAs ? c.Id : $"{c.Id} is {c.SameAs}"))
                    + (known.Length > MostNamed ? $" and {known.Length - MostNamed} more" : "") + ". candidates.csv names all of them.");
        if (!choice.Chosen.IsEmpty) yield break;
        var stopped = choice.Candidates.Where(c => c.SameAs is null && !c.IsEligible).ToArray();
        yield return new(
            DiagnosticSeverity.Warning, DiagnosticCodes.NothingToChoose, location, Key,
            $"None of the {count} candidates is chosen: {known.Length} are materials of the dataset, and {stopped.Length} are stopped by "
                + $"gates "
                + $"({stopped.Count(c => c.Stopped.HasFlag(StoppedBy.Domain))} outside the domain, "
                + $"{stopped.Count(c => c.Stopped.HasFlag(StoppedBy.Width))} with intervals too wide). Bring other candidates, train on "
                + $"materials "
                + "more like them, or name fewer 'gates'.");
    }

    private (Candidates Read, ImmutableArray<string?> SameAs) Read()
    {
        if (_candidates is { } known) return known;
        var read = new CandidateReader(request.Limits).Read(plan, experiment, Settings.Crystals, Key);
        var table = new DatasetStore(request.Store).Table(plan.Dataset)
            ?? throw new IOException($"The dataset of '{plan.Experiment}' is not in the store any more; build again.");
        var same = KnownCandidates.Of(experiment, table, read.Dataset, request.Limits, request.Repertoire);
        _candidates = (read, same);
        return (read, same);
    }
}
