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
        foreach (var job in plan.JointJobsOf(variant).Where(j => j.Spec.IsJoint))
            foreach (var of in store.Read(job.Key, onDamage) ?? [])
            {
                var split = splits.Read(plan.SplitOf(variant, job.Spec.Seed).Hash).Within(table.With(of.Target));
                if (of.Validation.Length != split.Validation.Length || of.Test.Length != split.Test.Length)
                {
                    onDamage($"The predictions of job {job.Key.Short} are not of its split, and are left out.");
                    continue;
                }

                Rows(writer, job, of.Target, "validation", split.Validation, of.Validation, table);
                Rows(writer, job, of.Target, "test", split.Test, of.Test, table);
            }
    }

    private static void Rows(
        StreamWriter writer, Job job, PropertyName target, string part, IReadOnlyList<int> materials, IReadOnlyList<float> predicted,
        MaterialTable table)
    {
        var spec = job.Spec;
        for (var i = 0; i < materials.Count; i++)
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{spec.Representation},{spec.Targets},{target},{spec.Seed},{part},{CsvField.Of(table.Ids[materials[i]])},"
                    + $"{table.Values[target][materials[i]]:R},{predicted[i]:R},{job.Key.Short}"));
    }
}
