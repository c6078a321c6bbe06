using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Writes models beyond the grid into the text of an experiment.</summary>
internal static class FurtherText
{
    /// <summary>The first line of what this writes: a file without it is the user's own.</summary>
    public const string Mark = "# Written by -t:Steer, which may write it anew.";

    private const int MostReason = 500;
    private const string BlockComment = "# Models beyond the grid. -t:Steer writes them; settled couplings get none.";

    /// <summary>The user's file with its models beyond the grid replaced.</summary>
    /// <param name="yaml">The file, whose outermost keys stand one to a line.</param>
    /// <param name="further">All models beyond the grid.</param>
    public static string Continued(string yaml, ImmutableArray<FurtherModel> further)
    {
        var lines = yaml.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        lines.RemoveAll(l => l.StartsWith(Mark, StringComparison.Ordinal));
        var start = lines.FindIndex(l => l.StartsWith("further:", StringComparison.Ordinal));
        if (start >= 0)
        {
            var end = lines.FindIndex(start + 1, l => l.Length > 0 && !char.IsWhiteSpace(l[0]) && l[0] is not ('-' or '#'));
            lines.RemoveRange(start, (end < 0 ? lines.Count : end) - start);
            if (start > 0 && lines[start - 1].StartsWith(BlockComment, StringComparison.Ordinal)) lines.RemoveAt(start - 1);
        }

        var text = new StringBuilder(Mark).Append('\n').AppendJoin('\n', lines).Append('\n');
        if (further.IsEmpty) return text.ToString();
        text.Append(BlockComment).Append("\nfurther:\n");
        foreach (var f in further) Append(text, f);
        return text.ToString();
    }

    private static void Append(StringBuilder text, FurtherModel further)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - {{ representation: {further.Representation}, target: {further.Target}");
        AppendSet("feature", further.Features);
        AppendSet("along", further.Along);
        AppendSet("start-from", further.Start);
        if (further.Labels is { } labels) text.Append(CultureInfo.InvariantCulture, $", labels: {labels}");
        text.Append(CultureInfo.InvariantCulture, $", seeds: [{string.Join(", ", further.Seeds)}]");
        if (further.Round is { } round) text.Append(CultureInfo.InvariantCulture, $", round: {round}");
        // A JSON string is a YAML string on one line, whatever stands in it.
        if (further.Reason.Length > 0)
            text.Append(
                CultureInfo.InvariantCulture,
                $", reason: {JsonSerializer.Serialize(YamlReading.Shown(further.Reason, MostReason), Json.Line)}");
        text.Append(" }\n");

        void AppendSet(string key, PropertySet set)
        {
            if (!set.IsEmpty)
                text.Append(
                    CultureInfo.InvariantCulture, $", {key}: {(set.Single is { } one ? one.Value : $"[{string.Join(", ", set)}]")}");
        }
    }
}
