using System.Globalization;

namespace Tomography.Workflows;

/// <summary>Writes <c>predictions.csv</c>.</summary>
internal static class PredictionsCsv
{
    /// <summary>Writes a header and one row per prediction, in their order.</summary>
    public static void Write(Stream stream, IEnumerable<PropertyPrediction> predictions)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("representation,target,id,mean,spread,seeds");
        foreach (var p in predictions)
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{p.Representation},{p.Target},{CsvField.Of(p.Id)},{p.Mean:R},{p.Spread:R},{p.Seeds}"));
    }
}
