using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Writes what the models of a variant predict for the test parts of matbench's folds, in the form in which the benchmark records results.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="folders">The store.</param>
/// <param name="repertoire">What settings there are.</param>
internal sealed class MatbenchFiles(Plan plan, Variant variant, StoreFolders folders, Repertoire repertoire)
{
    /// <summary>The folder that holds the files, beside the report.</summary>
    public const string Folder = "matbench";

    private const string Benchmark = "matbench_v0.1";

    /// <summary>The version of matbench whose form of records is written.</summary>
    private const string RecordVersion = "0.6";

    /// <summary>Names of the files of a variant, from the folder of its report.</summary>
    public static IEnumerable<string> NamesOf(Plan plan, Variant variant) =>
        MatbenchModels.Of(plan, variant).Select(m => Path.Combine(Folder, m.FileName));

    /// <summary>Removes the files of an earlier report that another plan or choice of models left, and the folder with the last.</summary>
    /// <param name="report">Full path of the folder of a report.</param>
    /// <param name="keep">Names of files that stay.</param>
    /// <returns>How many were removed.</returns>
    public static int Clean(string report, IEnumerable<string> keep)
    {
        var folder = Path.Combine(report, Folder);
        if (!Directory.Exists(folder)) return 0;
        var old = Directory.GetFiles(folder, "*.json").Except(keep.Select(k => Path.Combine(report, k)), StringComparer.Ordinal).ToArray();
        foreach (var file in old) File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        return old.Length;
    }

    /// <summary>Writes them all. Folds whose predictions are not there are left out.</summary>
    /// <param name="report">Full path of the folder of the report.</param>
    /// <param name="now">What the files give as their time.</param>
    /// <param name="onDamage">Told of predictions that are damaged.</param>
    public void Write(string report, DateTimeOffset now, Action<string> onDamage)
    {
        Clean(report, NamesOf(plan, variant));
        var table = new DatasetStore(folders.Root).Table(plan.Dataset);
        foreach (var models in MatbenchModels.Of(plan, variant))
        {
            var tasks = table is null ? [] : TasksOf(models, table, onDamage); // a store that keeps results only
            AtomicFile.WriteText(Path.Combine(report, Folder, models.FileName), Text(models, tasks, now));
        }
    }

    /// <summary>The whole record, with the hash by which matbench knows that nobody changed it.</summary>
    private string Text(MatbenchModels models, JsonObject tasks, DateTimeOffset now)
    {
        var record = new JsonObject
        {
            ["@module"] = "matbench.bench",
            ["@class"] = "MatbenchBenchmark",
            ["version"] = RecordVersion,
            ["benchmark_name"] = Benchmark,
            ["datestamp"] = now.UtcDateTime.ToString("yyyy.MM.dd HH:mm.ss", CultureInfo.InvariantCulture),
            ["tasks"] = tasks,
            ["user_metadata"] = new JsonObject
            {
                ["algorithm"] = $"CGCNN, {models.Name}",
                ["experiment"] = plan.Experiment,
                ["program"] = $"Tomography Workflows {ProgramVersion.Full}",
                ["variant"] = variant.Label,
            },
        };
        record["hash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PythonJson.Write(record))));
        return PythonJson.Write(record);
    }

    private JsonObject TasksOf(MatbenchModels models, MaterialTable table, Action<string> onDamage)
    {
        var tasks = new JsonObject();
        foreach (var target in models.Jobs.Select(j => j.Spec.Targets[0]).Distinct())
        {
            var folds = FoldsOf(models, target, table, onDamage).ToArray();
            if (folds.Length == 0) continue;
            var name = TaskOf(target, table);
            tasks[name] = new JsonObject
            {
                ["@module"] = "matbench.task",
                ["@class"] = "MatbenchTask",
                ["benchmark_name"] = Benchmark,
                ["dataset_name"] = name,
                ["results"] = new JsonObject(folds.Select(f => KeyValuePair.Create(
                    string.Create(CultureInfo.InvariantCulture, $"fold_{f.Fold}"),
                    (JsonNode?)f.Record(table.Ids, table.Values[target], Settings())))),
            };
        }

        return tasks;
    }

    private IEnumerable<MatbenchFold> FoldsOf(
        MatbenchModels models, PropertyName target, MaterialTable table, Action<string> onDamage)
    {
        var (splits, store) = (new SplitStore(folders), new PredictionStore(folders));
        var byFold = models.Jobs.Where(j => j.Spec.Targets[0] == target).GroupBy(j => FoldOf(plan.SplitOf(variant, j.Spec.Seed)));
        foreach (var jobs in byFold.OrderBy(g => g.Key))
        {
            // The test part of a fold is the same for all seeds.
            var any = jobs.First().Spec;
            var test = splits.Read(plan.SplitOf(variant, any.Seed).Hash).Within(table.With(any.Materials)).Test;
            var predicted = jobs
                .Select(j => (j.Spec.Seed, store.Read(j.Key, onDamage)?.FirstOrDefault(p => p.Target == target)?.Test))
                .Where(p => p.Test is { } of && of.Length == test.Length).Select(p => (p.Seed, p.Test!.Value)).ToArray();
            if (predicted.Length > 0) yield return MatbenchFold.Of(jobs.Key, test, predicted);
        }
    }

    /// <summary>The fold that a split tests, from what its parts depend on.</summary>
    private static int FoldOf(PlannedSplit split) =>
        int.Parse(split.Parts.First(p => p.Name == MatbenchSplit.FoldPart).Value, CultureInfo.InvariantCulture);

    /// <summary>The task of the dataset's ids, which has one target; in a dataset of one's own each target is a task.</summary>
    private string TaskOf(PropertyName target, MaterialTable table) =>
        plan.Targets.Length == 1 && MatbenchTask.OfId(table.Ids[0]) is { } task ? task.Name : target.Value;

    private JsonObject Settings() =>
        new(repertoire.Study.Describe(variant.Settings).Select(s => KeyValuePair.Create(s.Section, (JsonNode?)s.Values)));
}
