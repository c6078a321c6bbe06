namespace Tomography.Workflows;

/// <summary>What several settings have to keep together.</summary>
/// <typeparam name="TSettings">The record that holds them.</typeparam>
/// <param name="Section">The section where a problem is told.</param>
/// <param name="Check">Finds the problem, from the section as it is written and all settings as they were read; null for none.</param>
internal sealed record SettingRule<TSettings>(string Section, Func<YamlSection, TSettings, SettingProblem?> Check);
