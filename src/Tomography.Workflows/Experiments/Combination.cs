using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Workflows;

/// <summary>Some settings of a matrix with one value each.</summary>
/// <param name="Values">The settings with their values.</param>
/// <param name="MostListed">
/// Entries of a list that is the value of a setting, at most; what is longer is refused where the settings are read.
/// </param>
internal sealed record Combination(ImmutableArray<(YamlValue.Scalar Key, YamlValue Value)> Values, int MostListed)
{
    private ImmutableArray<VariantSetting>? _settings;

    public static Combination None(ExperimentLimits limits) => new([], limits.MostSettingEntries);

    /// <summary>With a setting more; what it was set to before is replaced.</summary>
    public Combination With(YamlValue.Scalar key, YamlValue value) =>
        this with
        {
            Values = Values.RemoveAll(v => v.Key.Text == key.Text).Add((key, value)),
            _settings = null,
        };

    public Combination With(Combination other) => other.Values.Aggregate(this, (all, v) => all.With(v.Key, v.Value));

    /// <summary>Whether it has every setting of a pattern, with the same value. Nothing fits an empty pattern.</summary>
    public bool Fits(Combination pattern) => !pattern.Values.IsEmpty && pattern.Settings().All(Settings().Contains);

    /// <summary>Its settings in one spelling.</summary>
    public ImmutableArray<VariantSetting> Settings() =>
        _settings ??= [.. Values.Select(v => new VariantSetting(v.Key.Text, Canonical(v.Value)))];

    public string Describe() =>
        Values.IsEmpty ? "(nothing)" : string.Join(", ", Settings().Select(s => $"{s.Name}: {YamlReading.Shown(s.Value)}"));

    // Lists within lists are no value of any setting, and with aliases could be larger than any memory: they are not walked. Nor are long
    // lists.
    private string Canonical(YamlValue value) =>
        value switch
        {
            YamlValue.Scalar scalar => Canonical(scalar),
            YamlValue.Sequence { Items.Count: 0 } => "none",
            YamlValue.Sequence list => string.Join(
                " ",
                list.Items.Take(MostListed).Select(i => i is YamlValue.Scalar scalar ? Canonical(scalar) : "?")),
            _ => "?",
        };

    private static string Canonical(YamlValue.Scalar scalar) =>
        double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : scalar.Text;
}
