using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Writes <c>predictions.csv</c>.</summary>
internal static class PredictionsCsv
{
    private const string Header = "representation,target,id,mean,spread,seeds";

    /// <summary>Writes a header and one row per prediction, in their order.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="predictions">The predictions.</param>
    /// <param name="withCertainty">Whether it is told how sure they are.</param>
    /// <param name="withNoise">Whether models predict a variance: a column then has what they say of the noise of a crystal.</param>
    /// <param name="withJoint">Whether models of several targets predict, too: the last column then names what they learn.</param>
    public static void Write(
        Stream stream, IEnumerable<PropertyPrediction> predictions, bool withCertainty, bool withNoise, bool withJoint)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var certainty = withCertainty ? ",lower,upper,domain,gate" : "";
        writer.WriteLine($"{Header}{certainty}{(withNoise ? ",noise" : "")}{(withJoint ? ",together" : "")}");
        foreach (var p in predictions)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture, $"{p.Representation},{p.Target},{CsvField.Of(p.Id)},{p.Mean:R},{p.Spread:R},{p.Seeds}"));
            if (withCertainty && p.Certainty is { } c)
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture, $",{c.Interval?.Lower:R},{c.Interval?.Upper:R},{c.Distance:R},{c.Stopped.Word()}"));
            if (withNoise) writer.Write(string.Create(CultureInfo.InvariantCulture, $",{p.Noise:R}"));
            writer.WriteLine(withJoint ? $",{p.Together}" : "");
        }
    }
}
