using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>Third stage: results in, report out. Works from whatever results are there, and says what is missing.</summary>
public static class ReportStage
{
    /// <summary>
    /// Writes the report of a plan, unless the one that is there was made from the same results. With a matrix each variant has a report of
    /// its own under <c>variants/</c>, and the page compares them.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="output">Full path of the experiment's output folder.</param>
    /// <param name="templates">Where templates are taken from.</param>
    /// <param name="now">What the report gives as its time.</param>
    /// <param name="origin">How the build was started, for the command that the report shows; null where there is none.</param>
    /// <param name="repertoire">What settings and sections there are; those of this program where none is given.</param>
    /// <param name="beside">What the report has beside the study; nothing where it is left out.</param>
    /// <returns>Full path of the page, and what is to be warned of.</returns>
    /// <exception cref="DiagnosticException">The templates are not there or not valid; all but the page is written then.</exception>
    public static (string Page, ImmutableArray<Diagnostic> Warnings) Run(
        Plan plan, string store, string output, TemplateFolders templates, DateTimeOffset now, BuildOrigin? origin = null,
        Repertoire? repertoire = null, ReportBeside? beside = null)
    {
        repertoire ??= Repertoire.Default;
        var table = new SettingsTable(repertoire);
        var files = ReportPage.Of(() => TemplateFiles.Of(templates));
        AtomicFile.Sweep(output, TimeProvider.System);
        var page = Path.Combine(output, ReportFiles.Page);
        var results = new ResultStore(store);
        var failures = new FailureStore(new(store));
        var inputs = InputsOf(plan, plan.Jobs.Select(StateOf), files, $"{BuildCommand.Steer(origin, plan)}\n{beside?.Key}", table);
        var inputsPath = Path.Combine(output, ReportFiles.Inputs);
        var wanted = plan.Variants.SelectMany(v => ReportFiles.OfVariant(plan, output, v)).Append(page);
        var figures = plan.Variants.Select(v => new FigureFolder(ReportFiles.FolderOf(plan, output, v)));
        if (File.Exists(inputsPath) && File.ReadAllText(inputsPath) == inputs && wanted.All(File.Exists) && figures.All(f => f.IsWhole))
            return (page, []);

        var warnings = ImmutableArray.CreateBuilder<Diagnostic>();
        var truth = new Lazy<ImmutableArray<TrueEdge>>(() => TruthOf(plan));
        var summaries = plan.Variants.Select(Write).ToImmutableArray();
        if (plan.Variants.Length > 1)
        {
            AtomicFile.WriteText(Path.Combine(output, ReportFiles.Comparison), VariantsCsv.Write(summaries));
            var context = Context(plan, plan.Variants[0], store, now, table);
            AtomicFile.WriteText(page, ReportPage.Of(() => ComparisonReport.Write(summaries, context, files)));
        }

        if (warnings.Count == 0) AtomicFile.WriteText(inputsPath, inputs);
        return (page, warnings.ToImmutable());

        string StateOf(Job job) =>
            results.ContainsAll(job.Key, job.Keeps) ? $"{job.Key} done"
            : results.Contains(job.Key) ? $"{job.Key} without {results.Missing(job.Key, job.Keeps)}"
            : failures.Read(job.Key) is not null ? $"{job.Key} failed"
            : $"{job.Key}";

        void OnDamage(string what) => warnings.Add(new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreDamaged, new(store), "", what));

        void TellUnkept(string what) =>
            warnings.Add(new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreUnwritable, new(store), "", what));

        void Keep(Variant variant, LatticeKind kind, ImmutableArray<EntanglementLattice> lattices)
        {
            try
            {
                new LatticeHistory(new(store), repertoire).Keep(plan, variant, lattices, kind);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The report itself stands in the output folder, and can be written all the same.
                TellUnkept($"The lattice of this run could not be kept, so the next report will not tell how it changed: {e.Message}");
            }
        }

        VariantSummary Write(Variant variant)
        {
            var study = StudyAssembly.Collect(plan, variant, results, OnDamage);
            string? unkept = null;
            var analysis = Analyze(plan, variant, study, store, OnDamage, repertoire, why => unkept = why);
            // A run that is not complete is none: its lattice would show as a change what is only missing.
            if (analysis.IsComplete)
                Keep(variant, LatticeKind.Features, [.. analysis.Entanglement.Representations.Select(r => r.Lattice)]);
            if (study.Joint is { IsComplete: true } && analysis.Transfer is { Lattices.IsEmpty: false } transfer)
                Keep(variant, LatticeKind.Transfers, [.. transfer.Lattices.Select(l => l.Lattice)]);
            if (study.Sequence is { IsComplete: true } && analysis.Sequence is { } sequence)
                foreach (var lattices in sequence.Lattices.GroupBy(l => l.Labels))
                    Keep(variant, new(EdgeKind.Start, lattices.Key), [.. lattices.Select(l => l.Analysis.Lattice)]);
            if (unkept is not null && warnings.All(w => w.Code != DiagnosticCodes.StoreUnwritable))
                TellUnkept(
                    $"What the errors of models come to could not be kept, so the next report reads all predictions again: {unkept}");
            var choice = beside?.Choose(variant, OnDamage);
            var context = Context(plan, variant, store, now, table) with
            {
                SteerCommand = BuildCommand.Steer(origin, plan),
                Files = ReportFiles.Listed(plan, output, variant, choice is not null),
                ExperimentText = TextOf(plan),
                DatasetKey = plan.Dataset.Key,
            };
            var input = new ReportInput(analysis, study, context)
            {
                Audit = new DatasetAudits(store).Of(plan, [variant]), Truth = truth.Value,
                Parity = new ParityReader(plan, variant, new(store), OnDamage).All(),
                Published = AnalysisInputs.Published(plan, analysis, store),
                Choice = choice,
                Loop = beside?.Loop(OnDamage),
            };
            var folder = ReportFiles.FolderOf(plan, output, variant);
            if (choice is not null) ChooseStage.WriteCandidates(choice, folder);
            AtomicFile.WriteText(Path.Combine(folder, ReportFiles.Results), ResultsCsv.Write(study));
            var predictions = Path.Combine(folder, ReportFiles.TestPredictions);
            if (!TestPredictionsCsv.IsWanted(variant)) File.Delete(predictions);
            else AtomicFile.Write(predictions, stream => new TestPredictionsCsv(plan, variant, new(store)).Write(stream, OnDamage));
            WriteJoint(plan, variant, results, folder, OnDamage);
            WriteGroups(plan, analysis, Path.Combine(folder, ReportFiles.Groups));
            WriteSequence(study.Sequence, Path.Combine(folder, ReportFiles.Sequence));
            WriteWhere(!plan.Sufficient.IsEmpty, ReportFiles.Sufficient, () => SufficientCsv.Write(analysis.Sufficiency));
            WriteWhere(plan.Retrieval is not null, ReportFiles.Retrieval, () => RetrievalCsv.Write(analysis.Retrieval));
            new MatbenchFiles(plan, variant, new(store), repertoire).Write(folder, now, OnDamage);
            AtomicFile.WriteText(Path.Combine(folder, ReportFiles.Analysis), AnalysisJson.Write(input, repertoire.Sections));
            AtomicFile.WriteText(
                Path.Combine(folder, ReportFiles.Findings), string.Join('\n', FindingsText.Lines(analysis, context)) + "\n");
            AtomicFile.WriteText(Path.Combine(folder, ReportFiles.Lattice), LatticeGraphMl.Write(analysis));
            foreach (var (representation, name) in ReportFiles.LatticesOf(plan))
                AtomicFile.WriteText(Path.Combine(folder, name), LatticeGraphMl.Write(analysis, representation));
            foreach (var (representation, name) in ReportFiles.TransfersOf(plan))
                AtomicFile.WriteText(Path.Combine(folder, name), LatticeGraphMl.WriteTransfer(analysis, representation));
            foreach (var (representation, labels, name) in ReportFiles.StartsOf(plan, variant))
                AtomicFile.WriteText(Path.Combine(folder, name), LatticeGraphMl.WriteStarts(analysis, representation, labels));
            foreach (var name in ReportFiles.StaleLattices(plan, variant, folder))
                File.Delete(Path.Combine(folder, name));
            AtomicFile.Write(Path.Combine(folder, ReportFiles.Workbook), stream => ExcelReport.Write(stream, input, repertoire.Sections));
            var html = ReportPage.Of(() => HtmlReport.Make(input, files, repertoire.Sections));
            new FigureFolder(folder).Write(html);
            AtomicFile.WriteText(Path.Combine(folder, ReportFiles.Page), html.Html);
            return new(
                variant.Id,
                [.. variant.Swept.Select(s => new ReportSetting(s.Name, s.Value))],
                $"{ReportFiles.Variants}/{variant.Id}/{ReportFiles.Page}",
                analysis);

            // What an earlier report of another plan may have left is not of this one.
            void WriteWhere(bool isWanted, string name, Func<string> text)
            {
                if (isWanted) AtomicFile.WriteText(Path.Combine(folder, name), text());
                else File.Delete(Path.Combine(folder, name));
            }
        }
    }

    private static void WriteJoint(Plan plan, Variant variant, ResultStore results, string folder, Action<string> onDamage)
    {
        var (scores, gradients) = (Path.Combine(folder, ReportFiles.Joint), Path.Combine(folder, ReportFiles.JointGradients));
        var predictions = Path.Combine(folder, ReportFiles.JointPredictions);
        if (!JointPredictionsCsv.IsWanted(plan, variant)) File.Delete(predictions);
        else AtomicFile.Write(predictions, s => new JointPredictionsCsv(plan, variant, new(results.Root)).Write(s, onDamage));
        if (plan.Together.IsEmpty)
        {
            File.Delete(scores);
            File.Delete(gradients);
            return;
        }

        AtomicFile.Write(scores, stream => JointCsv.Write(stream, JointStudy.Collect(plan, variant, results, onDamage)));
        AtomicFile.Write(gradients, stream => JointGradientsCsv.Write(stream, JointStudy.Models(plan, variant, results, onDamage)));
    }

    private static void WriteGroups(Plan plan, StudyAnalysis analysis, string path)
    {
        if (plan.Groups is null) File.Delete(path);
        else AtomicFile.Write(path, stream => GroupsCsv.Write(stream, analysis.Transfer?.Groups ?? []));
    }

    private static void WriteSequence(SequenceResults? sequence, string path)
    {
        if (sequence is null) File.Delete(path);
        else AtomicFile.Write(path, stream => SequenceCsv.Write(stream, sequence.Runs));
    }

    /// <summary>Analyses a study with all that the store knows.</summary>
    internal static StudyAnalysis Analyze(
        Plan plan, Variant variant, StudyResults study, string store, Action<string> onDamage, Repertoire repertoire,
        Action<string>? onUnkept = null)
    {
        var analysis = StudyAnalyzer.Analyze(study, AnalysisInputs.Of(plan, variant, store, onDamage, repertoire, out var pairs));
        if (pairs?.Keep() is { } why) onUnkept?.Invoke(why);
        return analysis;
    }

    /// <summary>What a terminal shows of a report: its findings, and where page and workbook lie.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Full path of the experiment's output folder, with a report in it.</param>
    public static IEnumerable<string> Describe(Plan plan, string output)
    {
        if (plan.Variants.Length == 1)
        {
            foreach (var line in File.ReadLines(Path.Combine(output, ReportFiles.Findings))) yield return $"  {line}";
            yield return $"Report: {Path.Combine(output, ReportFiles.Page)}";
            yield return $"Workbook: {Path.Combine(output, ReportFiles.Workbook)}";
            yield break;
        }

        yield return $"  {plan.Variants.Length} variants are compared on the page; each has a report and a workbook of its own.";
        yield return $"Report: {Path.Combine(output, ReportFiles.Page)}";
    }

    /// <summary>What a report made now lacks, for people: nothing, or how many models and the first of them.</summary>
    public static IEnumerable<string> Missing(Plan plan, string store)
    {
        const int MostShown = 5;
        var results = new ResultStore(store);
        var missing = plan.Jobs.DistinctBy(j => j.Key).Where(j => !results.Contains(j.Key)).ToArray();
        if (missing.Length == 0) yield break;
        yield return $"{plan.Experiment}: {missing.Length} of {plan.Jobs.DistinctBy(j => j.Key).Count()} models have no result yet, so the "
            + $"report is provisional.";
        foreach (var job in missing.Take(MostShown))
            yield return $"  missing  {job.Key.Short}  {job.Title}";
        if (missing.Length > MostShown)
            yield return $"  and {missing.Length - MostShown} more; -t:Plan says why each of them would be trained.";
    }

    // As it is now; a plan is made from it a moment before.
    private static string TextOf(Plan plan)
    {
        try
        {
            return File.Exists(plan.File) ? InputFile.ReadAllText(plan.File).ReplaceLineEndings("\n") : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static ImmutableArray<TrueEdge> TruthOf(Plan plan) => plan.Phantom is not { } phantom ? [] : PhantomTruth.Of(
        phantom, plan.Representations, [.. plan.Features.Select(f => f.Single).OfType<PropertyName>()], plan.Targets);

    private static ReportContext Context(Plan plan, Variant variant, string store, DateTimeOffset now, SettingsTable table) => new(
        variant.Id.Length == 0 ? plan.Experiment : $"{plan.Experiment}: {variant.Label}",
        [.. table.Of(plan, variant), .. SettingsTable.Folding(plan, variant, new(store))], ProgramVersion.Full, now);

    /// <summary>A hash of all that a report is made from: results by key, what was planned, templates, program.</summary>
    private static string InputsOf(Plan plan, IEnumerable<string> jobs, TemplateFiles files, string command, SettingsTable table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(typeof(ReportStage).Assembly.ManifestModule.ModuleVersionId.ToString());
        Add(typeof(HtmlReport).Assembly.ManifestModule.ModuleVersionId.ToString());
        Add(typeof(StudyAnalyzer).Assembly.ManifestModule.ModuleVersionId.ToString());
        Add(plan.Experiment);
        Add(plan.Dataset.Key);
        Add(command);
        Add(TextOf(plan));
        // The report states settings that change no result, so that no key tells of them.
        foreach (var setting in plan.Variants.SelectMany(v => table.Of(plan, v))) Add($"{setting.Name}: {setting.Value}");
        foreach (var job in jobs) Add(job);
        foreach (var name in files.Paths.Keys)
        {
            Add(name);
            Add(ReportPage.Of(() => files.TextOf(name)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
    }
}
