using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tomography.Workflows;

/// <summary>
/// Builds the tree of a YAML file from the parser's events. YamlDotNet's own tree stops at the first duplicate key, recurses without a
/// bound (a file of brackets ends the process), and hashes keys through aliases (a small file can take forever); this one does not.
/// </summary>
internal sealed class YamlTree
{
    private const string MergeKey = "<<";

    private readonly YamlReading _reading;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlValue> _anchors = [];

    // The brackets and braces that are open at the moment, innermost last.
    private readonly Stack<(Mark Start, char Bracket)> _open = [];
    // Below which outermost key each anchored value stands, and the keys with a value that another one refers to.
    private readonly Dictionary<YamlValue, string> _homes = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private string _outermost = "";
    private int _depth;
    private int _taken;

    private YamlTree(YamlReading reading, string yaml) => (_reading, _parser) = (reading, new(new StringReader(yaml)));

    /// <summary>The mapping that the file consists of; null, and a problem in the reading, where it is something else.</summary>
    public static YamlValue.Mapping? Read(YamlReading reading, string yaml)
    {
        var limits = reading.Limits;
        if (yaml.Length > limits.MostExperimentCharacters)
        {
            reading.Error(
                DiagnosticCodes.TooLarge,
                Mark.Empty,
                "",
                $"The file has more than {limits.MostExperimentCharacters} characters, which is all that is read: is this an experiment "
                    + $"file? {YamlReading.Sentence(limits.HowToRaise(nameof(ExperimentLimits.MostExperimentCharacters)))}");
            return null;
        }

        var tree = new YamlTree(reading, yaml);
        try
        {
            return tree.ReadStream();
        }
        catch (MaximumRecursionLevelReachedException e)
        {
            reading.Error(
                DiagnosticCodes.TooLarge,
                e.Start,
                "",
                $"Lists and mappings are nested more than {limits.MostNesting} deep; an experiment needs 4; "
                    + $"{limits.HowToRaise(nameof(ExperimentLimits.MostNesting))}.");
        }
        catch (YamlTooLargeException e)
        {
            reading.Error(DiagnosticCodes.TooLarge, e.Start, "", e.Message);
        }
        catch (YamlException e) when (TabIn(yaml, e) is { } tab)
        {
            reading.Error(DiagnosticCodes.InvalidYaml, tab, "", "This is not valid YAML: the line is indented by a tab. Indent by spaces.");
        }
        catch (YamlException e)
        {
            reading.Error(
                DiagnosticCodes.InvalidYaml,
                e.Start,
                "",
                $"This is not valid YAML: {YamlReading.Shown(e.Message, 200)}{tree.StillOpen(e)}{AboutEscapes(e)}");
        }

        return null;
    }

    /// <summary>
    /// The tab that indents a line, where the parser stumbled over one: it tells another place, before or behind it, and not always why.
    /// </summary>
    private static Mark? TabIn(string yaml, YamlException e)
    {
        var isNamed = e.Message.Contains(" tab", StringComparison.Ordinal);
        var (line, start) = (1L, 0);
        for (var i = 0; i < yaml.Length; i++)
        {
            if (yaml[i] == '\n')
                (line, start) = (line + 1, i + 1);
            else if (yaml[i] == '\t' && yaml.AsSpan(start, i - start).Trim(' ').IsEmpty && (isNamed || Math.Abs(line - e.Start.Line) <= 1))
                return new(i, line, i - start + 1);
        }

        return null;
    }

    /// <summary>Which bracket the parser missed the end of: it says where it noticed, which may be many lines below.</summary>
    private string StillOpen(YamlException e) =>
        e.Message.Contains("parsing a flow", StringComparison.Ordinal) && _open.TryPeek(out var open)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" The '{open.Bracket}' of line {open.Start.Line}, column {open.Start.Column} is open.")
            : "";

    private static string AboutEscapes(YamlException e) =>
        e.Message.Contains("escape", StringComparison.OrdinalIgnoreCase)
            ? " Between double quotes a back slash begins a special sign: write single quotes, or '/' in a path."
            : "";

    private YamlValue.Mapping? ReadStream()
    {
        Next(); // the start of the stream
        var documents = new List<YamlValue>();
        while (Next() is DocumentStart)
        {
            documents.Add(Value(Next()));
            Next(); // the end of the document
        }

        if (documents is [YamlValue.Mapping mapping]) return mapping with { Shared = _shared };
        _reading.Error(
            DiagnosticCodes.WrongForm, documents.Count == 0 ? Mark.Empty : documents[^1].Start, "",
            $"{char.ToUpperInvariant(_reading.What[0])}{_reading.What[1..]} file must be one mapping of keys to values, starting with a "
                + $"line like '{_reading.FirstLine}'.");
        return null;
    }

    private ParsingEvent Next()
    {
        var last = _parser.Current;
        try
        {
            if (_parser.MoveNext()) return _parser.Current!;
        }
        catch (Exception e)
            when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // On some texts the parser runs into its own checks, without a place: most often a bracket is open when the next key comes.
            if (_open.TryPeek(out var open))
                throw new YamlException(
                    open.Start,
                    open.Start,
                    $"the '{open.Bracket}' here is not closed by a '{(open.Bracket == '[' ? ']' : '}')}', or what stands behind it cannot "
                        + $"be understood.",
                    e);
            // Else it is behind the last event that it understood.
            throw new YamlException(last?.Start ?? Mark.Empty, last?.End ?? Mark.Empty, "the text behind this cannot be understood.", e);
        }

        throw new SyntaxErrorException(last?.Start ?? Mark.Empty, last?.End ?? Mark.Empty, "the file ends early.");
    }

    private YamlValue Value(ParsingEvent first)
    {
        if (first is AnchorAlias alias)
            return _anchors.TryGetValue(alias.Value, out var named)
                ? Referred(named)
                : throw new SemanticErrorException(alias.Start, alias.End, $"the alias '*{alias.Value}' names nothing above it.");
        YamlValue value = first switch
        {
            Scalar scalar => new YamlValue.Scalar(scalar.Start, scalar.Value),
            SequenceStart start => Nested(start, Sequence),
            MappingStart start => Nested(start, Mapping),
            _ => throw new SyntaxErrorException(first.Start, first.End, "a value is missing."),
        };
        if (first is NodeEvent { Anchor.IsEmpty: false } node)
        {
            _anchors[node.Anchor] = value;
            _homes[value] = _outermost;
        }

        return value;
    }

    private YamlValue Referred(YamlValue value)
    {
        if (_homes[value] != _outermost) _shared.Add(_homes[value]);
        return value;
    }

    private YamlValue Nested(ParsingEvent start, Func<Mark, YamlValue> read)
    {
        if (_depth == _reading.Limits.MostNesting)
            throw new MaximumRecursionLevelReachedException(start.Start, start.End, "nested too deep");
        _depth++;
        var bracket = start switch
        {
            SequenceStart { Style: SequenceStyle.Flow } => '[',
            MappingStart { Style: MappingStyle.Flow } => '{',
            _ => default,
        };
        if (bracket != default)
            _open.Push((start.Start, bracket));
        var value = read(start.Start);
        if (bracket != default) _open.Pop();
        _depth--;
        return value;
    }

    private YamlValue.Sequence Sequence(Mark start)
    {
        var items = new List<YamlValue>();
        while (Next() is var next and not SequenceEnd) items.Add(Value(next));
        return new(start, items);
    }

    private YamlValue.Mapping Mapping(Mark start)
    {
        var entries = new List<(YamlValue.Scalar, YamlValue)>();
        var seen = new Dictionary<string, Mark>(StringComparer.Ordinal);
        YamlValue? merged = null;
        while (Next() is var next and not MappingEnd)
        {
            var key = Value(next);
            if (_depth == 1) _outermost = (key as YamlValue.Scalar)?.Text ?? "";
            var value = Value(Next());
            if (next is Scalar { Value: MergeKey, Style: ScalarStyle.Plain }) merged ??= value;
            if (key is not YamlValue.Scalar { Text.Length: > 0 } word)
                _reading.Error(DiagnosticCodes.WrongForm, next.Start, "", "A key must be a word.");
            else if (!seen.TryAdd(word.Text, next.Start))
                _reading.Error(
                    DiagnosticCodes.Duplicate,
                    next.Start,
                    word.Text,
                    $"'{YamlReading.Shown(word.Text)}' stands here again, first in line {seen[word.Text].Line}: write each key once.");
            else if (word.Text != MergeKey || !ReferenceEquals(merged, value))
                entries.Add((word with { Start = next.Start }, value));
        }

        if (merged is not null) Merge(merged, entries, seen);
        return new(start, entries);
    }

    /// <summary>Takes over the keys of other mappings (YAML 1.1): its own count first, then those named first.</summary>
    private void Merge(YamlValue merged, List<(YamlValue.Scalar Key, YamlValue Value)> entries, Dictionary<string, Mark> seen)
    {
        foreach (var item in merged is YamlValue.Sequence list ? list.Items : [merged])
        {
            if (item is not YamlValue.Mapping mapping)
            {
                _reading.Error(
                    DiagnosticCodes.WrongForm, item.Start, MergeKey,
                    "'<<' takes over the keys of mappings: write an alias of one, like '<<: *common', or a list of such.");
                continue;
            }

            // Mappings that take over from each other, line by line, would fill any memory.
            _taken += mapping.Entries.Count;
            var most = _reading.Limits.MostMergedKeys;
            if (_taken > most)
                throw new YamlTooLargeException(item.Start, $"More than {most} keys are taken over by '<<'; is this an experiment file?");
            entries.AddRange(mapping.Entries.Where(e => seen.TryAdd(e.Key.Text, e.Key.Start)));
        }
    }
}
