using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>Sections with their settings, which share one record.</summary>
/// <typeparam name="TSettings">The record.</typeparam>
/// <remarks>
/// The order of settings is that of messages, documentation and fingerprints: moving a setting that is listed changes keys, adding one that
/// is not listed at its usual value does not.
/// </remarks>
internal sealed record SettingTable<TSettings>
{
    /// <summary>Lists settings.</summary>
    /// <param name="defaults">What they are where the file does not set them.</param>
    /// <param name="sections">The sections, in the order of messages and documentation.</param>
    /// <param name="settings">The settings, each in one of the sections.</param>
    /// <param name="rules">What settings have to keep together.</param>
    /// <exception cref="ArgumentException">A setting stands there twice, or in no section.</exception>
    public SettingTable(
        TSettings defaults, ImmutableArray<SettingSection> sections,
        ImmutableArray<Setting<TSettings>> settings, ImmutableArray<SettingRule<TSettings>> rules)
    {
        if (settings.GroupBy(s => s.Path, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw new ArgumentException($"The setting '{twice}' stands twice in the list.", nameof(settings));
        var used = settings.Select(s => s.Section).Concat(rules.Select(r => r.Section));
        if (used.Except(sections.Select(s => s.Name), StringComparer.Ordinal).FirstOrDefault() is { } lost)
            throw new ArgumentException($"There is no section '{lost}' in the list.", nameof(settings));
        (Defaults, Sections, Settings, Rules) = (defaults, sections, settings, rules);
    }

    /// <summary>What the settings are where the file does not set them.</summary>
    public TSettings Defaults { get; }

    /// <summary>Parts of the YAML file, like <c>training</c>, in the order of the documents.</summary>
    public ImmutableArray<SettingSection> Sections { get; }

    /// <summary>All settings of all sections, in the order in which fingerprints state them.</summary>
    public ImmutableArray<Setting<TSettings>> Settings { get; }

    /// <summary>The settings that a matrix can sweep: where a setting changes no result, its variants would all be one.</summary>
    public IEnumerable<Setting<TSettings>> Swept => Settings.Where(s => s.ChangesResults);

    /// <summary>What settings have to keep together.</summary>
    public ImmutableArray<SettingRule<TSettings>> Rules { get; }

    /// <summary>With a setting in place of that of the same path.</summary>
    public SettingTable<TSettings> Replace(Setting<TSettings> setting) =>
        new(Defaults, Sections, [.. Settings.Select(s => s.Path == setting.Path ? setting : s)], Rules);

    /// <summary>The settings of a section, in order.</summary>
    public IEnumerable<Setting<TSettings>> Of(SettingSection section) => Settings.Where(s => s.Section == section.Name);

    /// <summary>Reads the sections of a file, in the order of the settings, which is also that in which messages list keys.</summary>
    public TSettings Read(YamlSection top)
    {
        var settings = Defaults;
        var written = new Dictionary<string, YamlSection>(StringComparer.Ordinal);
        foreach (var section in Sections)
        {
            // A section may stand in another, as training.joint does.
            var end = section.Name.LastIndexOf('.');
            var outer = end < 0 ? top : written[section.Name[..end]];
            var yaml = written[section.Name] = outer.Section(section.Name[(end + 1)..], section.Example);
            settings = Of(section).Aggregate(settings, (read, setting) => setting.Read(yaml, read));
        }

        foreach (var section in Sections) written[section.Name].Finish();

        foreach (var rule in Rules)
            if (rule.Check(written[rule.Section], settings) is { } problem)
                written[rule.Section].Error(problem.Code, problem.Key, problem.Message);
        return settings;
    }

    /// <summary>Each section with its settings as a report shows them: <c>epochs 60, batch-size 64</c>.</summary>
    public IEnumerable<(string Section, string Values)> Describe(TSettings settings) =>
        Sections.Select(section => (section.Name, string.Join(", ", Of(section).Select(s => s.Describe(settings)).OfType<string>())))
            .Where(row => row.Item2.Length > 0);
}
