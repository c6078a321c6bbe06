using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The tables of sufficient sets.</summary>
internal static class SufficiencyTables
{
    private const string None = "\u2013";

    /// <summary>All of them that have a row.</summary>
    public static IEnumerable<ReportTable> Of(ImmutableArray<SufficiencyAnalysis> all)
    {
        ReportTable[] tables = [Sets(all), Members(all), Peers(all)];
        return tables.Where(table => !table.Rows.IsEmpty);
    }

    private static ReportTable Sets(ImmutableArray<SufficiencyAnalysis> all) => new(
        "Minimal sets by validation errors, and what the other seeds say of them: how much of the error all properties take off.",
        [
            new("set"), new("target"), new("representation"), new("properties", true), new("redundancy, bits", true),
            new("left, validation", true), new("left, test, 95 % interval", true), new("verdict"),
        ],
        [
            .. from found in all
               from set in found.Found
               select ImmutableArray.Create(
                   set.Set.SetLabel(), found.Question.Target.Value, found.Representation.Name, NumberText.Count(set.Set.Count),
                   NumberText.Plain(set.Redundancy, 2), $"{SufficiencyText.Signed(set.SearchLeft)} %", SufficiencyText.Gain(set.Effect),
                   set.Verdict.Word()),
        ]);

    private static ReportTable Members(ImmutableArray<SufficiencyAnalysis> all) => new(
        "What each property of a minimal set adds to those before it: bits about the target, the parts of what it tells less what chance "
            + "gives, and how much the validation error grows without it.",
        [
            new("property"), new("set"), new("target"), new("representation"), new("adds, bits", true), new("unique", true),
            new("redundant", true), new("synergetic", true), new("error without it", true),
        ],
        [
            .. from found in all
               from set in found.Found
               from member in set.Members
               select ImmutableArray.Create(
                   member.Property.Value, set.Set.SetLabel(), found.Question.Target.Value, found.Representation.Name,
                   NumberText.Plain(member.Bits, 2), Part(member.Parts?.Unique), Part(member.Parts?.Redundant),
                   Part(member.Parts?.Synergetic), member.Without is { } grows ? $"{SufficiencyText.Signed(grows)} %" : None),
        ]);

    private static ReportTable Peers(ImmutableArray<SufficiencyAnalysis> all) => new(
        "Other ways to choose a set, each with at most as many sets as the search, judged by the same seeds.",
        [
            new("way"), new("target"), new("representation"), new("sets tried", true), new("smallest set that suffices by validation"),
            new("left, test, 95 % interval", true), new("verdict"),
        ],
        [
            .. from found in all.Where(f => !f.Peers.IsEmpty)
               from peer in found.Peers.Insert(0, new("this search", found.OwnSets, found.Found.FirstOrDefault()))
               select ImmutableArray.Create(
                   peer.Name, found.Question.Target.Value, found.Representation.Name, NumberText.Count(peer.Sets),
                   peer.Choice?.Set.SetLabel() ?? "none", SufficiencyText.Gain(peer.Choice?.Effect), peer.Choice?.Verdict.Word() ?? None),
        ]);

    private static string Part(PartEstimate? part) => part is null ? None : NumberText.Plain(part.LessChance, 2);
}
