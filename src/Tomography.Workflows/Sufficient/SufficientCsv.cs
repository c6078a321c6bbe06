using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Writes <c>sufficient.csv</c>: every set that was tried (RFC 4180, lines end in LF).</summary>
internal static class SufficientCsv
{
    private const string Header =
        "representation,target,set,properties,asked_for_by,validation_error,left_validation,left_test,low,high,verdict,minimal,"
        + "redundancy_bits,told_bits";

    /// <summary>
    /// A header, and a row per set: what all properties take off its error, as a fraction, with its 95 % interval where it was judged.
    /// </summary>
    public static string Write(IEnumerable<SufficiencyAnalysis> all) => string.Concat(
        all.SelectMany(found => found.Tried.Select(tried => Row(found, tried))).Prepend(Header).Select(line => line + "\n"));

    private static string Row(SufficiencyAnalysis found, TriedSet tried)
    {
        var minimal = found.Found.FirstOrDefault(s => s.Set == tried.Set);
        var judged = minimal ?? found.Peers.Select(p => p.Choice).FirstOrDefault(s => s?.Set == tried.Set);
        return string.Join(
            ',', found.Representation.Name, found.Question.Target.Value, tried.Set.ToString(), Number(tried.Set.Count),
            tried.IsOfSearch ? "search" : "peer", Number(tried.Error), Number(tried.Left), Number(-judged?.Effect?.Change),
            Number(-judged?.Effect?.High), Number(-judged?.Effect?.Low), judged?.Verdict.ToString().ToLowerInvariant() ?? "",
            minimal is null ? "no" : "yes", Number(minimal?.Redundancy), Number(minimal?.Bits));
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
