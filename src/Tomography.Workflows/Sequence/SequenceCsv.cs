using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>
/// Writes <c>sequence.csv</c>: models that start from others beside what they are compared with (RFC 4180, lines end in LF).
/// </summary>
internal static class SequenceCsv
{
    private const string Header =
        "representation,source,target,labels,seed,model_of,test_mae,change_percent,r2,constant_mae,materials,validation_mae,best_epoch,"
        + "epochs,seconds,model";

    /// <summary>
    /// Writes a header, and per source, target, number of labels and seed a row of each model that has a result: <c>started</c>,
    /// <c>noise</c> (started from a model of noise) and <c>alone</c>. The change is that of the test error against the model alone.
    /// </summary>
    public static void Write(Stream stream, IEnumerable<SequenceRun> runs)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var run in runs)
            foreach (var (role, score) in new[] { ("started", run.Started), ("noise", run.Control), ("alone", run.Alone) })
                if (score is not null)
                    writer.WriteLine(string.Join(',', Fields(run, role, score)));
    }

    private static string[] Fields(SequenceRun run, string role, ModelScore score)
    {
        double? alone = role == "alone" ? null : run.Alone?.TestMae;
        return
        [
            run.Representation.Name, run.Source.ToString(), run.Target.Value, run.Labels is { } labels ? Number(labels) : "all",
            Number(run.Seed), role, Number(score.TestMae), Number(alone > 0 ? 100 * (score.TestMae - alone) / alone : null),
            Number(score.R2), Number(score.ConstantMae), Number(score.Materials), Number(score.ValidationMae), Number(score.BestEpoch),
            Number(score.Epochs), Number(score.Seconds), score.Key,
        ];
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
