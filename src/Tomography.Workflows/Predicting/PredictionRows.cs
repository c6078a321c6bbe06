using System.Globalization;
using Tomography.Learning;
using Tomography.Store;

namespace Tomography.Workflows;

/// <summary>Writes what one model predicts of a target: a row per material of its validation and test part.</summary>
internal static class PredictionRows
{
    /// <summary>Writes the rows; those of predictions that do not fit the split are left out, and told.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="start">The columns before the part, without a comma at their end.</param>
    /// <param name="job">The model.</param>
    /// <param name="of">Its predictions.</param>
    /// <param name="split">The split of the materials that have what it needs.</param>
    /// <param name="table">The dataset.</param>
    /// <param name="onDamage">Told of predictions that do not fit.</param>
    public static void Write(
        StreamWriter writer, string start, Job job, TargetPredictions of, Split split, MaterialTable table, Action<string> onDamage)
    {
        if (of.Validation.Length != split.Validation.Length || of.Test.Length != split.Test.Length)
        {
            onDamage($"The predictions of job {job.Key.Short} are not of its split, and are left out.");
            return;
        }

        Part("validation", split.Validation, of.Validation);
        Part("test", split.Test, of.Test);

        void Part(string part, IReadOnlyList<int> materials, IReadOnlyList<float> predicted)
        {
            for (var i = 0; i < materials.Count; i++)
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{start},{part},{CsvField.Of(table.Ids[materials[i]])},{table.Values[of.Target][materials[i]]:R},{predicted[i]:R},"
                        + $"{job.Key.Short}"));
        }
    }
}
