using System.Globalization;

namespace Tomography.Workflows;

/// <summary>Writes <c>joint.csv</c>: models of several targets beside what they are compared with (RFC 4180, lines end in LF).</summary>
internal static class JointCsv
{
    private const string Header =
        "representation,together,target,seed,model_of,test_mae,change_percent,r2,constant_mae,balanced_accuracy,f1,roc_auc,materials,"
        + "validation_mae,best_epoch,epochs,seconds,model";

    /// <summary>
    /// Writes a header, and per comparison a row of each model that has a result: <c>together</c>, <c>noise</c> and <c>alone</c>. The
    /// change is that of the test error against the model of the target alone with the same seed.
    /// </summary>
    public static void Write(Stream stream, IEnumerable<JointComparison> comparisons)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var comparison in comparisons)
            foreach (var (role, score) in new[]
                { ("together", comparison.Joint), ("noise", comparison.Control), ("alone", comparison.Alone) })
                if (score is not null)
                    writer.WriteLine(string.Join(',', Fields(comparison, role, score)));
    }

    private static IEnumerable<string> Fields(JointComparison comparison, string role, JointScore score)
    {
        var (own, classes) = (score.Score, score.Score.Classes);
        double? alone = role == "alone" ? null : comparison.Alone?.Score.TestMae;
        return
        [
            comparison.Representation.Name, comparison.Together.ToString(), comparison.Target.Value, Number(comparison.Seed), role,
            Number(own.TestMae), Number(alone > 0 ? 100 * (own.TestMae - alone) / alone : null), Number(own.R2), Number(own.ConstantMae),
            Number(classes?.BalancedAccuracy), Number(classes?.F1), Number(classes?.RocAuc), Number(score.Result.Materials),
            Number(own.ValidationMae), Number(own.BestEpoch), Number(score.Result.Epochs), Number(score.Result.Seconds),
            score.Job.Key.Value,
        ];
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
