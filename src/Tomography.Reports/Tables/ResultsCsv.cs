using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>Writes <c>results.csv</c>: one row per trained model (RFC 4180, but lines end in LF; UTF-8).</summary>
public static class ResultsCsv
{
    /// <summary>The header row; the feature is empty for the baseline.</summary>
    public const string Header = "representation,target,feature,seed,test_mae,validation_mae,best_epoch,epochs,seconds,job";

    /// <summary>Writes the scores of a study. Numbers are written so that they read back to the same bits.</summary>
    /// <remarks>Rows are sorted by representation, target, baseline before features, feature and seed, each in the order of the study,
    /// so that the same scores always give the same text.</remarks>
    public static string Write(StudyResults results)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var score in Sorted(results))
        {
            string[] fields =
            [
                score.Representation.Word(),
                score.Target.Value,
                score.Feature?.Value ?? "",
                score.Seed.ToString(CultureInfo.InvariantCulture),
                Number(score.TestMae),
                Number(score.ValidationMae),
                score.BestEpoch.ToString(CultureInfo.InvariantCulture),
                score.Epochs.ToString(CultureInfo.InvariantCulture),
                Number(score.Seconds),
                score.Job,
            ];
            text.AppendJoin(',', fields.Select(Quoted)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The scores of a study in the order of the table.</summary>
    internal static IEnumerable<ModelScore> Sorted(StudyResults results)
    {
        var targets = Places(results.Targets);
        var features = Places(results.Features);
        return results.Scores
            .OrderBy(score => results.Representations.IndexOf(score.Representation))
            .ThenBy(score => targets.GetValueOrDefault(score.Target, int.MaxValue))
            .ThenBy(score => score.Feature is { } feature ? features.GetValueOrDefault(feature, int.MaxValue) : -1)
            .ThenBy(score => results.Seeds.IndexOf(score.Seed));
    }

    private static Dictionary<PropertyName, int> Places(ImmutableArray<Property> properties) =>
        properties.Select((property, place) => (property.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    internal static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"") + "\"";
}
