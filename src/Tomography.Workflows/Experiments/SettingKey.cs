using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>A setting of the experiment file: the reader checks by it, and the JSON Schema is made of it.</summary>
/// <param name="Section">The section it stands in, like <c>training</c>.</param>
/// <param name="Name">Its key in the section.</param>
/// <param name="Meaning">What it is, in one sentence.</param>
internal abstract record SettingKey(string Section, string Name, string Meaning)
{
    /// <summary>Its path in the file.</summary>
    public string Path => $"{Section}.{Name}";

    /// <summary>A number; <c>AboveFrom</c> leaves the lower bound itself out.</summary>
    public sealed record Number(string Section, string Name, string Meaning, double Default, double From, double To, bool AboveFrom = false) : SettingKey(Section, Name, Meaning);

    /// <summary>A whole number.</summary>
    public sealed record Whole(string Section, string Name, string Meaning, int Default, int From, int To) : SettingKey(Section, Name, Meaning);

    /// <summary>A list of whole numbers, which may be empty.</summary>
    public sealed record WholeList(string Section, string Name, string Meaning, ImmutableArray<int> Default, int From, int To) : SettingKey(Section, Name, Meaning);

    /// <summary>One of several words.</summary>
    public sealed record Choice(string Section, string Name, string Meaning, string Default, ImmutableArray<string> Choices) : SettingKey(Section, Name, Meaning);
}
