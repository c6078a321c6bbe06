using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>A piece of a YAML file with its place. Trees of it have no cycles and no duplicate keys.</summary>
internal abstract record YamlValue(Mark Start)
{
    public sealed record Scalar(Mark Start, string Text) : YamlValue(Start);

    public sealed record Sequence(Mark Start, IReadOnlyList<YamlValue> Items) : YamlValue(Start);

    public sealed record Mapping(Mark Start, IReadOnlyList<(Scalar Key, YamlValue Value)> Entries) : YamlValue(Start)
    {
        /// <summary>Keys of a file's outermost mapping whose values hold an anchor that another key refers to.</summary>
        public IReadOnlySet<string> Shared { get; init; } = new HashSet<string>();
    }
}
