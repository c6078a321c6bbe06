using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>Names of what a report consists of.</summary>
internal static partial class ReportFiles
{
    public const string Page = "report.html",
        Workbook = "report.xlsx",
        Results = "results.csv",
        Analysis = "analysis.json",
        Lattice = "lattice.graphml";
    public const string Comparison = "variants.csv",
        Variants = "variants",
        Inputs = ".report-inputs",
        Findings = "findings.txt",
        Plan = "plan.json",
        ToDo = "todo.json";
    public const string Predictions = "predictions.csv",
        TestPredictions = "test-predictions.csv",
        Candidates = "candidates.csv",
        Chosen = "chosen.csv",
        Simulate = "simulate.csv",
        Work = "work.jsonl",
        Joint = "joint.csv",
        JointGradients = "joint-gradients.csv",
        JointPredictions = "joint-predictions.csv",
        Sequence = "sequence.csv",
        Groups = "groups.csv",
        Sufficient = "sufficient.csv",
        Retrieval = "retrieval.csv";
    public const string Excluded = "excluded.csv",
        Notes = "notes.csv";
    public const string Audit = "audit.json",
        AuditPage = "audit.html",
        Elements = "elements.csv";

    /// <summary>Where a variant's report goes: the experiment's folder itself where there is no matrix.</summary>
    public static string FolderOf(Plan plan, string output, Variant variant) =>
        plan.Variants.Length == 1 ? output : Path.Combine(output, Variants, variant.Id);

    /// <summary>Full paths of the files of a variant's report.</summary>
    public static IEnumerable<string> OfVariant(Plan plan, string output, Variant variant)
    {
        string[] always = [Page, Workbook, Results, Analysis, Lattice, Findings];
        string[] predictions = TestPredictionsCsv.IsWanted(variant) ? [TestPredictions] : [];
        var lattices = LatticesOf(plan).Select(l => l.Name);
        var records = MatbenchFiles.NamesOf(plan, variant);
        string[] joint = plan.Together.IsEmpty ? [] : [Joint, JointGradients, .. TransfersOf(plan).Select(t => t.Name)];
        if (JointPredictionsCsv.IsWanted(plan, variant)) joint = [.. joint, JointPredictions];
        if (plan.Groups is not null) joint = [.. joint, Groups];
        if (variant.Settings.Sequence is not null) joint = [.. joint, Sequence, .. StartsOf(plan, variant).Select(s => s.Name)];
        if (!plan.Sufficient.IsEmpty) joint = [.. joint, Sufficient];
        if (plan.Retrieval is not null) joint = [.. joint, Retrieval];
        return always.Concat(predictions).Concat(joint).Concat(lattices).Concat(records)
            .Select(file => Path.Combine(FolderOf(plan, output, variant), file));
    }

    /// <summary>The files beside a variant's page, with what they hold.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Full path of the experiment's output folder, where a plan has left what it read of the dataset.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="hasCandidates">Whether there is a choice among candidates.</param>
    public static ImmutableArray<ReportFile> Listed(Plan plan, string output, Variant variant, bool hasCandidates = false)
    {
        var above = plan.Variants.Length == 1 ? "" : "../../";
        ReportFile[] lists =
        [
            new(Excluded, "materials that were left out of the dataset, each with the reason"),
            new(Notes, "materials that were read in a way worth knowing, each with what was done"),
        ];
        return
        [
            new(Workbook, "the numbers of this page as a workbook"),
            new(Results, "every model: errors, epochs, time, key"),
            .. TestPredictionsCsv.IsWanted(variant) ? new ReportFile[] { new(TestPredictions, "what models predict, beside what is "
                + "true") } : [],
            .. plan.Together.IsEmpty ? [] : new ReportFile[]
            {
                new(Joint, "models of several targets beside what they are compared with"),
                new(JointGradients, "what the gradients of targets learnt together do to each other"),
            },
            .. JointPredictionsCsv.IsWanted(plan, variant)
                ? new ReportFile[] { new(JointPredictions, "what these models predict, beside what is true") } : [],
            .. MatbenchFiles.NamesOf(plan, variant)
                .Select(name => new ReportFile(name.Replace(Path.DirectorySeparatorChar, '/'), "results in the form of matbench")),
            .. plan.Groups is null ? [] : new ReportFile[]
            {
                new(Groups, "which targets should be learned together, predicted and measured"),
            },
            .. variant.Settings.Sequence is null ? [] : new ReportFile[]
            {
                new(Sequence, "models that start from trained ones beside what they are compared with"),
            },
            .. plan.Sufficient.IsEmpty ? [] : new ReportFile[] { new(Sufficient, "sets of properties that were tried for a target") },
            .. plan.Retrieval is null ? [] : new ReportFile[] { new(Retrieval, "how far measured properties single out a material") },
            .. hasCandidates ? new ReportFile[] { new(Candidates, "all candidates: what is predicted and what it is worth") } : [],
            new(Analysis, "all that this page says, for programs"),
            new(Lattice, "the entanglement lattice, for graph programs"),
            .. LatticesOf(plan).Select(each => new ReportFile(each.Name, $"its edges in {each.Representation.Name} alone")),
            .. TransfersOf(plan).Select(each => new ReportFile(
                each.Name, $"the transfer lattice in {each.Representation.Name}, for graph programs")),
            .. StartsOf(plan, variant).Select(each => new ReportFile(
                each.Name, $"the lattice of starts in {each.Representation.Name} from "
                    + $"{(each.Labels is { } labels ? labels.ToString("N0", CultureInfo.InvariantCulture) : "all")} labels, "
                    + "for graph programs")),
            new(Findings, "the findings in a few lines"),
            .. lists.Where(list => File.Exists(Path.Combine(output, list.Name))).Select(list => list with { Name = above + list.Name }),
            new(above + Plan, "the models with all that their results depend on"),
        ];
    }

    /// <summary>
    /// The lattice of each representation by itself, where there are several: programs that merge parallel edges, like Gephi, would add
    /// them up.
    /// </summary>
    public static IEnumerable<(Representation Representation, string Name)> LatticesOf(Plan plan) =>
        plan.Representations.Length < 2 ? [] : plan.Representations.Select(r => (r, LatticeOf(r)));

    /// <summary>The file of one representation's lattice.</summary>
    public static string LatticeOf(Representation representation) => $"lattice-{representation.Name}.graphml";

    /// <summary>The transfer lattices, where pairs are learnt together.</summary>
    public static IEnumerable<(Representation Representation, string Name)> TransfersOf(Plan plan) =>
        plan.Together.Any(set => set.Count == 2) ? plan.Representations.Select(r => (r, TransferOf(r))) : [];

    /// <summary>The file of one representation's transfer lattice.</summary>
    public static string TransferOf(Representation representation) => $"transfer-{representation.Name}.graphml";

    /// <summary>
    /// The lattices of starts, where models start from others: one per representation and number of labels, null for all.
    /// </summary>
    public static IEnumerable<(Representation Representation, int? Labels, string Name)> StartsOf(Plan plan, Variant variant) =>
        variant.Settings.Sequence is not { Sources.IsEmpty: false } sequence ? []
            : from representation in plan.Representations
              from labels in sequence.LabelCounts
              select (representation, labels, StartsOf(representation, labels));

    /// <summary>The file of the lattice of starts of one representation from so many labels, null for all.</summary>
    public static string StartsOf(Representation representation, int? labels) =>
        $"starts-{representation.Name}-{labels?.ToString(CultureInfo.InvariantCulture) ?? "all"}.graphml";

    /// <summary>The lattices of starts that lie in a folder, whatever plan they are of.</summary>
    /// <param name="folder">Full path of a folder that exists.</param>
    public static IEnumerable<string> StartsIn(string folder)
    {
        var known = GraphBuilder.Shipped.Select(b => b.Representation.Name).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, "starts-*.graphml").Select(file => Path.GetFileName(file)!)
            .Where(name => StartsName().Match(name) is { Success: true } found && known.Contains(found.Groups["representation"].Value));
    }

    /// <summary>Lattices that an earlier report of another plan may have left.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant whose report is written.</param>
    /// <param name="folder">Full path of the report's folder.</param>
    public static IEnumerable<string> StaleLattices(Plan plan, Variant variant, string folder) =>
        GraphBuilder.Shipped.SelectMany(b => new[] { LatticeOf(b.Representation), TransferOf(b.Representation) })
            .Concat(StartsIn(folder))
            .Except(
                LatticesOf(plan).Concat(TransfersOf(plan)).Select(l => l.Name).Concat(StartsOf(plan, variant).Select(l => l.Name)),
                StringComparer.Ordinal);

    // A number of labels, or all of them: of other files that begin so nothing is known.
    [GeneratedRegex(@"^starts-(?<representation>.+)-([0-9]+|all)\.graphml$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex StartsName();
}
