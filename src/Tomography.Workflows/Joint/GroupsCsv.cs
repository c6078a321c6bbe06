using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Writes <c>groups.csv</c>: what groupings of targets do, as predicted and as measured (RFC 4180, lines end in LF).</summary>
internal static class GroupsCsv
{
    private const string Header =
        "representation,grouping,models,target,learnt,predicted_percent,predicted_low,predicted_high,measured_percent,measured_low,"
        + "measured_high";

    /// <summary>
    /// Writes a header, and per grouping (<c>best</c>, <c>all-together</c>, <c>all-alone</c>) a row of each target and one of the mean over
    /// them, whose target is empty. Changes are against the model of the target alone.
    /// </summary>
    public static void Write(Stream stream, IEnumerable<GroupAnalysis> analyses)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var analysis in analyses)
            foreach (var grouping in analysis.Groupings)
            {
                foreach (var target in grouping.Targets)
                    Row(analysis, grouping, target.Target.Value, target.Learnt.ToString(), target.Predicted, target.Measured);
                Row(analysis, grouping, "", "", grouping.Predicted, grouping.Measured);
            }

        void Row(
            GroupAnalysis analysis, Grouping grouping, string target, string learnt, GroupEstimate? predicted, GroupEstimate? measured) =>
            writer.WriteLine(string.Join(',',
            [
                analysis.Representation.Name, Word(grouping.Kind), grouping.Models.ToString(CultureInfo.InvariantCulture), target, learnt,
                .. Numbers(predicted), .. Numbers(measured),
            ]));
    }

    private static string Word(GroupingKind kind) => kind switch
    {
        GroupingKind.Best => "best",
        GroupingKind.AllTogether => "all-together",
        _ => "all-alone",
    };

    private static string[] Numbers(GroupEstimate? estimate) =>
        [Number(estimate?.Change), Number(estimate?.Low), Number(estimate?.High)];

    private static string Number(double? value) => (100 * value)?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
