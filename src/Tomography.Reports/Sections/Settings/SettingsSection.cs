namespace Tomography.Reports;

/// <summary>The settings of the experiment.</summary>
internal sealed class SettingsSection : ReportSection
{
    public override string Id => "settings";

    public override string Title => "Settings of the experiment";

    public override string Link => "Settings";

    public override PagePart Part => PagePart.Background;

    public override SectionPage Page(ReportInput input) => new("settings", new
    {
        modelsPlanned = NumberText.Count(input.Analysis.PlannedModels),
        modelsTrained = NumberText.Count(input.Analysis.PlannedModels - input.Analysis.MissingModels.Length),
        settings = input.Context.Settings.Select(setting => new { name = setting.Name, value = setting.Value }).ToArray(),
    });
}
