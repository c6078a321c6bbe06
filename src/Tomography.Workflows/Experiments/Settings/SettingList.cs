namespace Tomography.Workflows;

/// <summary>
/// All settings that experiments have. Whoever reads, checks, documents, plans or reports them takes such a list, so that a setting is
/// added by one entry in it.
/// </summary>
public sealed class SettingList
{
    internal SettingList(SettingTable<StudySettings> study, SettingTable<AnalysisSettings> analysis) =>
        (Study, Analysis) = (study, analysis);

    /// <summary>The settings of this program.</summary>
    public static SettingList Default { get; } = new(StudySettingTable.Shipped, AnalysisSettingTable.Shipped);

    /// <summary>What models are trained with.</summary>
    internal SettingTable<StudySettings> Study { get; }

    /// <summary>How results are analysed.</summary>
    internal SettingTable<AnalysisSettings> Analysis { get; }
}
