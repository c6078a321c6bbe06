using System.Text.Json.Nodes;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// A setting of the experiment file, stated once: reader, matrix, JSON Schema, fingerprints, documentation and the report's table follow
/// from it. Its default is what the record of the defaults holds. A kind of setting is one derived type.
/// </summary>
/// <typeparam name="TSettings">The record that holds its value.</typeparam>
/// <param name="Section">The section it stands in, like <c>training</c>.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is, in one sentence; words that users may write stand between single quotes.</param>
internal abstract record Setting<TSettings>(string Section, string Name, string Meaning)
{
    /// <summary>Its path in the file.</summary>
    public string Path => $"{Section}.{Name}";

    /// <summary>The unit in which reports show it; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether results depend on it. What changes no result is in no fingerprint, and no matrix sweeps it.</summary>
    public bool ChangesResults { get; init; } = true;

    /// <summary>
    /// The text at which a fingerprint does not list it, whatever its default is or becomes: for a setting that came later, what was done
    /// before there was one, so that the keys of older results stay. Null for a setting that is always listed.
    /// </summary>
    public string? NotListedAt { get; init; }

    /// <summary>Whether the other settings let it have an effect; always where it is left out.</summary>
    public Func<TSettings, bool>? UsedWhen { get; init; }

    /// <summary>The representations whose models it concerns; all where it is left out.</summary>
    public Func<Representation, bool>? UsedBy { get; init; }

    /// <summary>Whether only models of several targets depend on it.</summary>
    public bool OfJointModels { get; init; }

    /// <summary>Whether it says which models start from others: what such a model depends on is stated by itself, see
    /// <see cref="JobFingerprints"/>.</summary>
    public bool OfSequence { get; init; }

    /// <summary>Of its value, what has an effect, for fingerprints; the whole where it is left out.</summary>
    public Func<TSettings, string>? ListedAs { get; init; }

    /// <summary>Whether its value is a list.</summary>
    protected virtual bool IsList => false;

    /// <summary>Takes its value from the file; what the file does not set stays. Problems go to the section.</summary>
    public TSettings Read(YamlSection section, TSettings settings)
    {
        if (!section.Has(Name)) return settings;
        if (IsList || section.Node(Name) is not YamlValue.Sequence list) return ReadValue(section, settings);
        section.Error(DiagnosticCodes.WrongForm, Name, OneValue(list));
        return settings;
    }

    /// <summary>Its value in one form, whatever the file's spelling.</summary>
    public abstract string Text(TSettings settings);

    /// <summary>Of its text, what has an effect on a model of some targets; the whole where nothing else is said.</summary>
    public virtual string TextFor(TSettings settings, PropertySet targets) => Text(settings);

    /// <summary>What its value may be, as JSON Schema.</summary>
    public abstract JsonObject Schema(TSettings defaults);

    /// <summary>Its part of a fingerprint; null where it has no effect, or is at the value that is not listed.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="joined">The targets of a model that has several; null for another model.</param>
    public FingerprintPart? PartOf(TSettings settings, PropertySet? joined = null)
    {
        if (!ChangesResults || OfSequence || !IsUsed(settings) || OfJointModels != joined is not null) return null;
        var text = ListedAs?.Invoke(settings) ?? (joined is { } targets ? TextFor(settings, targets) : Text(settings));
        return text == NotListedAt ? null : new(Path, text);
    }

    /// <summary>Name, value and unit, as reports show them; null where it has no effect.</summary>
    public string? Describe(TSettings settings)
    {
        if (!IsUsed(settings)) return null;
        var text = Text(settings);
        return $"{Name} {(text.Length == 0 ? "none" : text)}{(Unit.Length == 0 ? "" : $" {Unit}")}";
    }

    /// <summary>As <see cref="Read"/>, where the file sets it.</summary>
    protected abstract TSettings ReadValue(YamlSection section, TSettings settings);

    /// <summary>What is told of a list where one value is wanted: most often several values are to be tried.</summary>
    private string OneValue(YamlValue.Sequence list)
    {
        const int MostShown = 10;
        var told = $"'{Path}' must be a single value, not a list";
        var values = list.Items.Select(i => i is YamlValue.Scalar { Text.Length: > 0 } scalar ? YamlReading.Shown(scalar.Text, 20) : null)
            .Take(MostShown + 1).ToArray();
        if (values.Length == 0 || values.Length > MostShown || values.Contains(null)) return $"{told}.";
        if (values.Length == 1) return $"{told}: write '{Name}: {values[0]}'.";
        return ChangesResults
            ? $"{told}. To try several values write instead 'matrix: {{ {Path}: [{string.Join(", ", values)}] }}' at the outermost level."
            : $"{told}.";
    }

    private bool IsUsed(TSettings settings) => UsedWhen?.Invoke(settings) ?? true;
}
