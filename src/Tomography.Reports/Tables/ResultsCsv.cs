using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Writes <c>results.csv</c>: one row per trained model and target (RFC 4180, but lines end in LF; UTF-8).</summary>
public static class ResultsCsv
{
    /// <summary>The header row. Features are joined by <c>+</c>, and empty for a baseline.</summary>
    public const string Header =
        "representation,target,features,seed,test_mae,r2,constant_mae,materials,validation_mae,best_epoch,epochs,seconds,model";

    /// <summary>Writes the scores of a study. Numbers are written so that they read back to the same bits.</summary>
    /// <remarks>
    /// Rows are sorted by representation, target, baselines before features, features, materials and seed, each in the order of the study,
    /// so that the same scores always give the same text.
    /// </remarks>
    public static string Write(StudyResults results)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var score in Sorted(results))
        {
            string[] fields =
            [
                score.Model.Representation.Name,
                score.Target.Value,
                score.Model.Features.ToString(),
                Number(score.Model.Seed),
                Number(score.TestMae),
                score.R2 is { } r2 ? Number(r2) : "",
                Number(score.ConstantMae),
                Number(score.Materials),
                Number(score.ValidationMae),
                Number(score.BestEpoch),
                Number(score.Epochs),
                Number(score.Seconds),
                score.Key,
            ];
            text.AppendJoin(',', fields.Select(Quoted)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The scores of a study in the order of the table.</summary>
    internal static IEnumerable<ModelScore> Sorted(StudyResults results)
    {
        var targets = Places(results.Targets.Select(target => target.Name));
        var features = Places(results.Features);
        var materials = Places(results.Models.Select(model => (model.Targets, model.Materials)));
        var seeds = Places(results.Seeds.Concat(results.FurtherSeeds));
        return results.Scores
            .OrderBy(score => results.Representations.IndexOf(score.Model.Representation))
            .ThenBy(score => targets.GetValueOrDefault(score.Target, int.MaxValue))
            .ThenBy(score => score.Model.IsBaseline ? -1 : features.GetValueOrDefault(score.Model.Features, int.MaxValue))
            .ThenBy(score => materials.GetValueOrDefault((score.Model.Targets, score.Model.Materials), int.MaxValue))
            .ThenBy(score => seeds.GetValueOrDefault(score.Model.Seed, int.MaxValue));
    }

    internal static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"") + "\"";

    private static Dictionary<T, int> Places<T>(IEnumerable<T> items)
        where T : notnull =>
        items.Distinct().Select((item, place) => (item, place)).ToDictionary(pair => pair.item, pair => pair.place);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
