using System.Collections.Immutable;

namespace Tomography.Reports;

/// <summary>The sections of a report.</summary>
public static class ReportSections
{
    /// <summary>The shipped sections in their order. Workbook and <c>analysis.json</c> follow it; so does the page within each of its
    /// parts.</summary>
    public static ImmutableArray<ReportSection> All { get; } =
    [
        new StudySection(),
        new HeadlineSection(),
        new VerdictSection(),
        new TruthSection(),
        new ImportanceSection(),
        new PairedImportanceSection(),
        new DifferenceSection(),
        new SignificanceSection(),
        new PublishedSection(),
        new BaselineSection(),
        new CeilingSection(),
        new PredictionSection(),
        new UncertaintySection(),
        new LatticeSection(),
        new TransferSection(),
        new GroupsSection(),
        new SequenceSection(),
        new SufficiencySection(),
        new RetrievalSection(),
        new SteeringSection(),
        new ChoosingSection(),
        new LoopSection(),
        new ChecklistSection(),
        new InformationSection(),
        new DatasetSection(),
        new MethodSection(),
        new SettingsSection(),
        new ProvenanceSection(),
        new FilesSection(),
        new ReadingSection(),
        new ResultsSection(),
    ];

    /// <summary>The sections of a list that have something to say, in the order of the list.</summary>
    /// <param name="sections">The list; null for the shipped one.</param>
    /// <param name="input">What is reported.</param>
    /// <exception cref="ArgumentException">Two sections have the same id.</exception>
    internal static ImmutableArray<ReportSection> Shown(IReadOnlyList<ReportSection>? sections, ReportInput input)
    {
        var all = sections ?? All;
        var twice = all.GroupBy(section => section.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any())?.Key;
        if (twice is not null)
            throw new ArgumentException($"Two sections have the id '{twice}'; expected a different one for each.", nameof(sections));
        return [.. all.Where(section => section.IsShown(input))];
    }
}
