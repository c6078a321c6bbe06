using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Steer</c>: says what would settle each open coupling, and writes the experiment to build next with seeds for those that seeds
/// should decide.
/// </summary>
public static class SteerStage
{
    /// <summary>Jobs that a plan may cost where the user does not say.</summary>
    public const int DefaultBudget = 100;

    /// <summary>Decides what to train next and writes it.</summary>
    /// <param name="plan">The plan of an experiment without a matrix.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="budget">Jobs allowed, baselines included.</param>
    /// <param name="next">Full path of the experiment file to write.</param>
    /// <param name="variables">Values for <c>${Name}</c> in dataset paths, to check what was written.</param>
    /// <param name="limits">How much of it may be read.</param>
    /// <param name="onDamage">Told of damaged results.</param>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    /// <returns>
    /// What was decided; no file is written where the budget has room for nothing of it, or where no coupling was measured.
    /// </returns>
    /// <exception cref="DiagnosticException">The experiment has a matrix, or its file cannot be continued.</exception>
    public static SteeringPlan Run(
        Plan plan, string store, int budget, string next, IReadOnlyDictionary<string, string> variables, ExperimentLimits limits,
        Action<string> onDamage, Repertoire? repertoire = null)
    {
        if (plan.Variants.Length > 1)
            throw Problem(
                plan,
                DiagnosticCodes.Conflict,
                "An experiment with a matrix cannot be steered: which variant is meant? Write the settings of one into an experiment of "
                    + "its own; it shares the models that are trained.");
        var study = StudyAssembly.Collect(plan, plan.Variants[0], new(store), onDamage);
        var inputs = AnalysisInputs.Of(plan, plan.Variants[0], store, onDamage, repertoire ?? Repertoire.Default);
        var verdicts = StudyAnalyzer.AllVerdicts(study, inputs);
        var options = plan.Analysis.ToOptions();
        // Groups were asked for in the file, and edges are open in nearly every study: these get what groups leave.
        var wanted = GroupsToCheck.Of(plan, StudyAnalyzer.Groups(study, inputs));
        var ofGroups = GroupsToCheck.JobsOf(plan, wanted);
        var steering = SteeringPlanner.Plan(
            study, verdicts, ofGroups <= budget ? budget - ofGroups : budget, options.Steering, options.Verdicts)
            with { Budget = budget, Groups = wanted, GroupJobs = ofGroups };
        // A file without new models would replace the one that a larger budget wrote, or say that there is something to build.
        var groups = steering is { Groups.IsEmpty: false, GroupsFit: true } ? steering.Groups : [];
        var hasNothing = SteerText.NothingFits(steering) || SteerText.NothingMeasured(steering)
            || (steering.Proposals.IsEmpty && !steering.Groups.IsEmpty);
        if (groups.IsEmpty && hasNothing) return steering;
        ImmutableArray<FurtherModel> further = [.. plan.Further, .. FurtherModels(steering, RoundOf(plan))];
        var text = GroupsToCheck.Written(FurtherText.Continued(InputFile.ReadAllText(plan.File), further), plan, groups);
        // What is written must be an experiment, whatever the user's file looks like.
        var check = ExperimentReader.Read(text, next, variables, limits, repertoire);
        var same =
            check.Experiment is { } written
            && written.Seeds.SequenceEqual(plan.Seeds)
            && written.Targets.SequenceEqual(plan.Targets)
            && written.Further.Length == further.Length
            && groups.All(written.Together.Contains);
        if (!check.Diagnostics.IsEmpty || !same)
            throw Problem(
                plan,
                DiagnosticCodes.WrongForm,
                $"The file cannot be continued, because its keys do not stand one to a line from column "
                    + $"1{(check.Diagnostics.IsEmpty ? "." : $": {check.Diagnostics[0].Message}")}");
        CheckTarget(plan, check.Experiment!, next);
        AtomicFile.WriteText(next, text);
        return steering;
    }

    private static int RoundOf(Plan plan) => 1 + plan.Further.Select(f => f.Round ?? 0).DefaultIfEmpty(0).Max();

    private static bool IsOurs(string path)
    {
        using var reader = new StreamReader(InputFile.OpenRead(path));
        return (reader.ReadLine() ?? "").StartsWith(FurtherText.Mark, StringComparison.Ordinal);
    }

    /// <summary>Whether the file may be written there.</summary>
    private static void CheckTarget(Plan plan, Experiment written, string next)
    {
        if (File.Exists(next) && !IsOurs(next))
            throw Problem(
                plan,
                DiagnosticCodes.Conflict,
                $"'{next}' is there and was not written by -t:Steer; name another file with -p:Next=file.");
        var source = written.Dataset.Location;
        if (source is not null && !Path.Exists(source))
            throw Problem(
                plan,
                DiagnosticCodes.DatasetNotFound,
                $"From '{next}' the dataset would be '{source}', which does not exist: paths are relative to the experiment file. Let "
                    + $"-p:Next name a file in the folder of the experiment.");
    }

    /// <summary>What was decided, for people.</summary>
    /// <param name="plan">What was decided.</param>
    /// <param name="next">Full path of the file that was written.</param>
    /// <param name="origin">How the build was started, for the command to give next; null where it is not known.</param>
    public static IEnumerable<string> Describe(SteeringPlan plan, string next, BuildOrigin? origin = null) =>
        SteerText.Of(plan, BuildCommand.Of(origin, next) is { Length: > 0 } command ? command : $"build {next}");

    // A claim needs baseline and control of the same seed; a model brings its baseline.
    private static IEnumerable<FurtherModel> FurtherModels(SteeringPlan steering, int round)
    {
        foreach (var p in steering.Proposals)
        {
            if (p.Lattice != LatticeKind.Features)
            {
                // Such an entry brings its control by itself.
                yield return new(p.Representation, p.Target, PropertySet.None, p.Seeds, p.Reason)
                {
                    Along = p.Lattice.Edges == EdgeKind.Transfer ? p.Feature : PropertySet.None,
                    Start = p.Lattice.Edges == EdgeKind.Start ? p.Feature : PropertySet.None,
                    Labels = p.Lattice.Labels,
                    Round = round,
                };
                continue;
            }

            yield return new(p.Representation, p.Target, p.Feature, p.Seeds, p.Reason) { Round = round };
            if (!p.ControlSeeds.IsEmpty)
                yield return new(p.Representation, p.Target, p.Takes.Control!.Features, p.ControlSeeds, $"control of {p.Feature}")
                {
                    Round = round,
                };
        }
    }

    private static DiagnosticException Problem(Plan plan, string code, string message) =>
        new([new(DiagnosticSeverity.Error, code, new(plan.File), "", message)]);
}
