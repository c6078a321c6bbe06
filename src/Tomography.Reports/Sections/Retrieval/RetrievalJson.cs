using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Retrieval in <c>analysis.json</c>.</summary>
internal static class RetrievalJson
{
    /// <summary>A representation.</summary>
    public static object Of(RetrievalAnalysis one) => new
    {
        Representation = one.Representation.Name,
        one.Seeds,
        one.Candidates,
        one.MostBits,
        one.Noise,
        one.FormulaBits,
        one.FormulaAndAllBits,
        Properties = one.Properties.Select(p => new { Property = p.Property.Value, p.Alone, p.Last }).ToArray(),
        Curves = one.Curves.Select(c => new
        {
            Method = c.Method.ToString().ToLowerInvariant(),
            Order = c.Order.ToString().ToLowerInvariant(),
            Points = c.Points.Select(p => new
            {
                p.Count, Property = p.Property.Value, p.Bits, p.Reach, p.MedianRank, p.First, p.Tenth,
            }).ToArray(),
        }).ToArray(),
    };
}
