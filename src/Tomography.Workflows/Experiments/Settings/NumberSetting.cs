using System.Globalization;
using System.Text.Json.Nodes;

namespace Tomography.Workflows;

/// <summary>A setting that is a number.</summary>
/// <typeparam name="TSettings">The record that holds its value.</typeparam>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="From">The lowest value.</param>
/// <param name="To">The highest value.</param>
/// <param name="Get">Its value.</param>
/// <param name="Set">The settings with another value.</param>
internal sealed record NumberSetting<TSettings>(
    string Section, string Name, string Meaning, double From, double To,
    Func<TSettings, double> Get, Func<TSettings, double, TSettings> Set)
    : Setting<TSettings>(Section, Name, Meaning)
{
    /// <summary>Whether <see cref="From"/> itself is left out.</summary>
    public bool AboveFrom { get; init; }

    /// <summary>Says of a number out of range what to write instead; the nearest or the default where it is null.</summary>
    public Func<double, string?>? Advice { get; init; }

    /// <inheritdoc/>
    public override string Text(TSettings settings) => Get(settings).ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override JsonObject Schema(TSettings defaults) => new()
    {
        ["description"] = Meaning,
        ["type"] = "number",
        [AboveFrom ? "exclusiveMinimum" : "minimum"] = From,
        ["maximum"] = To,
        ["default"] = Get(defaults),
    };

    /// <inheritdoc/>
    protected override TSettings ReadValue(YamlSection section, TSettings settings) =>
        Set(settings, section.Number(Name, Get(settings), From, To, AboveFrom, Advice));
}
