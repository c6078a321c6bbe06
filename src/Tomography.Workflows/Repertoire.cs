using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>
/// What this program knows: representations, splits, settings, sections of reports. Whoever needs such a list takes it from here, so that a
/// further one is one entry in it, also from outside.
/// </summary>
public sealed record Repertoire
{
    internal Repertoire(SettingTable<StudySettings> study, SettingTable<AnalysisSettings> analysis) =>
        (Study, Analysis) = (study, analysis);

    /// <summary>The repertoire of this program.</summary>
    public static Repertoire Default { get; } = new(StudySettingTable.With(SplitGrouping.Shipped), AnalysisSettingTable.Shipped);

    /// <summary>The representations, in the order in which messages list them.</summary>
    public ImmutableArray<GraphBuilder> Representations { get; init; } = GraphBuilder.Shipped;

    /// <summary>The sections of reports, in order.</summary>
    public ImmutableArray<ReportSection> Sections { get; init; } = [.. ReportSections.All];

    /// <summary>What models are trained with.</summary>
    internal SettingTable<StudySettings> Study { get; init; }

    /// <summary>How results are analysed.</summary>
    internal SettingTable<AnalysisSettings> Analysis { get; init; }

    /// <summary>The ways to part a dataset, in the order in which they are asked.</summary>
    internal ImmutableArray<SplitRule> Splits { get; init; } = SplitRule.Shipped;

    /// <summary>What a split can keep together; the setting <c>split.by</c> of <see cref="Study"/> names them.</summary>
    internal ImmutableArray<SplitGrouping> Groupings { get; init; } = SplitGrouping.Shipped;

    /// <summary>How a representation makes graphs.</summary>
    /// <exception cref="ArgumentException">It is none of the repertoire.</exception>
    public GraphBuilder BuilderOf(Representation representation) =>
        Representations.FirstOrDefault(b => b.Representation == representation)
        ?? throw new ArgumentException($"'{representation}' is no representation that this program knows.", nameof(representation));

    /// <summary>The rule that some settings mean.</summary>
    internal SplitRule RuleOf(SplitSettings settings) => Splits.First(r => r.Applies(settings));

    /// <summary>The grouping that some settings name.</summary>
    internal SplitGrouping GroupingOf(SplitSettings settings) => Groupings.First(g => g.Name == settings.By);

    /// <summary>With one more thing that a split can keep together.</summary>
    internal Repertoire With(SplitGrouping grouping)
    {
        var groupings = Groupings.Add(grouping);
        return this with
        {
            Groupings = groupings,
            Study = Study.Replace(SplitSettingTable.With(groupings).First(s => s.Path == "split.by")),
        };
    }
}
