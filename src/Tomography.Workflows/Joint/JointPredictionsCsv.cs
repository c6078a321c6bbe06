using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Writes <c>joint-predictions.csv</c>: what models of several targets predict for materials that they did not learn from, beside what is
/// true.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="variant">The variant whose models are meant.</param>
/// <param name="folders">The store.</param>
internal sealed class JointPredictionsCsv(Plan plan, Variant variant, StoreFolders folders)
{
    /// <summary>Whether the predictions of models of several targets are listed.</summary>
    public static bool IsWanted(Plan plan, Variant variant) =>
        !plan.Together.IsEmpty && variant.Settings.Keep.TestPredictions == KeptModels.All;

    /// <summary>
    /// Writes a header and one row per model, target and material of its validation and test part that has the target, in the order of the
    /// plan and the split. Models whose predictions are not there are left out.
    /// </summary>
    /// <param name="stream">Where to.</param>
    /// <param name="onDamage">Told of predictions that are damaged.</param>
    public void Write(Stream stream, Action<string> onDamage)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("representation,together,target,seed,part,id,true,predicted,model");
        if (new DatasetStore(folders.Root).Table(plan.Dataset) is not { } table) return; // a store that keeps results only
        var (splits, store) = (new SplitStore(folders), new PredictionStore(folders));
        foreach (var job in plan.JointJobsOf(variant).Where(j => j.Spec.IsJoint && !NoiseTasks.AreAll(j.Spec.Targets)))
            foreach (var of in store.Read(job.Key, onDamage) ?? [])
            {
                var split = splits.Read(plan.SplitOf(variant, job.Spec.Seed).Hash).Within(table.With(of.Target));
                var start = string.Create(
                    CultureInfo.InvariantCulture, $"{job.Spec.Representation},{job.Spec.Targets},{of.Target},{job.Spec.Seed}");
                PredictionRows.Write(writer, start, job, of, split, table, onDamage);
            }
    }
}
