using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Writes <c>retrieval.csv</c>: how far properties single out a material (RFC 4180, lines end in LF).</summary>
internal static class RetrievalCsv
{
    private const string Header =
        "representation,method,order,count,property,bits,reach,median_rank,first,first_tenth,candidates,most_bits";

    /// <summary>A header, and a row per representation, method, order and number of properties.</summary>
    public static string Write(IEnumerable<RetrievalAnalysis> all) => string.Concat(
        (from one in all
         from curve in one.Curves
         from point in curve.Points
         select string.Join(
             ',', one.Representation.Name, Word(curve.Method), Word(curve.Order), Number(point.Count), point.Property.Value,
             Number(point.Bits), Number(point.Reach), Number(point.MedianRank), Number(point.First), Number(point.Tenth),
             Number(one.Candidates), Number(one.MostBits))).Prepend(Header).Select(line => line + "\n"));

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
