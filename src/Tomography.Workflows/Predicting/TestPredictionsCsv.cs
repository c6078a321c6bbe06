using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Writes <c>test-predictions.csv</c>: what models predict for materials that they did not learn from, beside what is true.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="folders">The store.</param>
internal sealed class TestPredictionsCsv(Plan plan, Variant variant, StoreFolders folders)
{
    /// <summary>Whether any model's predictions are listed.</summary>
    public static bool IsWanted(Variant variant) => variant.Settings.Keep.TestPredictions != KeptModels.None;

    /// <summary>
    /// Writes a header and one row per model and material of its validation and test part, in the order of the plan and the split. Models
    /// whose predictions are not there are left out.
    /// </summary>
    /// <param name="stream">Where to.</param>
    /// <param name="onDamage">Told of predictions that are damaged.</param>
    public void Write(Stream stream, Action<string> onDamage)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("representation,target,features,seed,part,id,true,predicted,model");
        if (new DatasetStore(folders.Root).Table(plan.Dataset) is not { } table) return; // a store that keeps results only
        var (splits, store) = (new SplitStore(folders), new PredictionStore(folders));
        var listed = plan.JobsOf(variant).Where(j => variant.Settings.Keep.ListsPredictionsOf(j.Spec));
        foreach (var cohort in listed.GroupBy(j => (j.Spec.Seed, j.Spec.Materials)))
        {
            var predictions = cohort.Select(job => (Job: job, Of: store.Read(job.Key, onDamage))).Where(p => p.Of is not null).ToArray();
            if (predictions.Length == 0) continue;
            var split = splits.Read(plan.SplitOf(variant, cohort.Key.Seed).Hash);
            if (!cohort.Key.Materials.IsEmpty) split = split.Within(table.With(cohort.Key.Materials));
            foreach (var (job, ofTargets) in predictions)
                foreach (var of in ofTargets!)
                {
                    // A feature with gaps has a baseline of its own, which nothing but its key tells from that on all materials.
                    var start = string.Create(
                        CultureInfo.InvariantCulture, $"{job.Spec.Representation},{of.Target},{job.Spec.Features},{job.Spec.Seed}");
                    PredictionRows.Write(writer, start, job, of, split, table, onDamage);
                }
        }
    }
}
