using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>A mapping of an experiment file, read key by key. Problems are collected, so that one pass reports them all.</summary>
internal sealed class YamlSection
{
    private readonly YamlReading _reading;
    private readonly string _path;
    private readonly Mark _start;
    private readonly Dictionary<string, (YamlValue.Scalar Key, YamlValue Value)> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly IReadOnlySet<string> _shared;

    public YamlSection(YamlReading reading, string path, YamlValue.Mapping mapping)
    {
        (_reading, _path, _start, _shared) = (reading, path, mapping.Start, mapping.Shared);
        foreach (var (key, value) in mapping.Entries)
        {
            reading.Remember(PathOf(key.Text), key.Start);
            _entries[key.Text] = (key, value);
        }
    }

    /// <summary>A section without entries, for what was left out.</summary>
    public static YamlSection Empty(YamlReading reading, string path) => new(reading, path, new YamlValue.Mapping(Mark.Empty, []));

    /// <summary>Whether something was told of it.</summary>
    public bool HasProblem { get; private set; }

    public bool Has(string key)
    {
        Know(key);
        return _entries.ContainsKey(key);
    }

    /// <summary>The keys that are there, in the file's order.</summary>
    public IReadOnlyCollection<string> Keys => _entries.Keys;

    /// <summary>Whether all of them were asked for so far.</summary>
    public bool HasOnlyKnownKeys => _entries.Keys.All(_known.Contains);

    /// <summary>Whether the key is there and holds a mapping.</summary>
    public bool HasSection(string key) => Node(key) is YamlValue.Mapping;

    public Mark MarkOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Value.Start : _start;

    /// <summary>A nested mapping; an empty one where the key is absent or no mapping.</summary>
    /// <param name="key">The key.</param>
    /// <param name="example">What it may hold, for the message where it is no mapping.</param>
    public YamlSection Section(string key, string example)
    {
        if (Node(key) is not { } node) return Empty(_reading, PathOf(key));
        if (node is YamlValue.Mapping mapping) return new(_reading, PathOf(key), mapping);
        Tell(
            DiagnosticCodes.WrongForm, node.Start, PathOf(key),
            $"'{PathOf(key)}' must be a mapping of keys to values, like {{ {example} }}.");
        return Empty(_reading, PathOf(key));
    }

    public string? Text(string key)
    {
        if (Node(key) is not { } node) return null;
        if (node is YamlValue.Scalar { Text: { Length: > 0 } text }) return text;
        var why = node switch
        {
            YamlValue.Sequence => "must be a single value, not a list",
            YamlValue.Mapping => "must be a single value, not a mapping of keys",
            _ => "has no value: write one behind the colon",
        };
        Tell(DiagnosticCodes.WrongForm, node.Start, PathOf(key), $"'{PathOf(key)}' {why}.");
        return null;
    }

    /// <summary>A number within a range.</summary>
    /// <param name="key">The key.</param>
    /// <param name="otherwise">What it is where it is left out or wrong.</param>
    /// <param name="from">The lowest value.</param>
    /// <param name="to">The highest value.</param>
    /// <param name="aboveFrom">Whether the lowest itself is left out.</param>
    /// <param name="advice">Says of a number out of range what to write instead; null for the nearest or the default.</param>
    public double Number(
        string key, double otherwise, double from, double to, bool aboveFrom = false, Func<double, string?>? advice = null)
    {
        if (Text(key) is not { } text) return otherwise;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            Tell(
                DiagnosticCodes.WrongForm,
                MarkOf(key),
                PathOf(key),
                $"'{PathOf(key)}' must be a number, not '{YamlReading.Shown(text)}'.");
            return otherwise;
        }

        if (value >= from && value <= to && !(aboveFrom && value == from)) return value;
        var range = aboveFrom ? $"above {Show(from)} and at most {Show(to)}" : $"from {Show(from)} to {Show(to)}";
        var way = advice?.Invoke(value) is { } instead ? instead
            : value > to || !aboveFrom
            ? $"the nearest valid value is {Show(value > to ? to : from)}"
            : $"the default is {Show(otherwise)}";
        var message = $"'{PathOf(key)}' must be {range}, not {YamlReading.Shown(text)}; {way}.";
        Tell(DiagnosticCodes.OutOfRange, MarkOf(key), PathOf(key), message);
        return otherwise;
    }

    public int Whole(string key, int otherwise, int from, int to)
    {
        if (Text(key) is not { } text) return otherwise;
        return WholeOf(text, MarkOf(key), PathOf(key), from, to) ?? otherwise;
    }

    public ulong Unsigned(string key, ulong otherwise)
    {
        if (Text(key) is not { } text)
            return otherwise;
        if (ParsedWhole(text) is >= 0 and <= ulong.MaxValue and var value && decimal.IsInteger(value))
            return (ulong)value;
        Tell(
            DiagnosticCodes.WrongForm,
            MarkOf(key),
            PathOf(key),
            $"'{PathOf(key)}' must be a whole number of 0 or more, not '{YamlReading.Shown(text)}'.");
        return otherwise;
    }

    /// <summary>One of several words.</summary>
    public T Choice<T>(string key, T otherwise, IReadOnlyDictionary<string, T> choices) =>
        Text(key) is not { } text ? otherwise : ChoiceOf(text, MarkOf(key), PathOf(key), choices, out var value) ? value : otherwise;

    /// <summary>
    /// A list (or a single value) of words, each mapped; null where the key is absent. What is wrong or stands twice is left out.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="map">Maps a word, or reports why it cannot.</param>
    /// <param name="mayBeEmpty">Whether a list without entries means something.</param>
    /// <param name="isRequired">Whether the key must be there.</param>
    /// <param name="limit">The property of <see cref="ExperimentLimits"/> that limits its entries.</param>
    public List<(T Value, string Path)>? List<T>(
        string key,
        TryMap<T> map,
        bool mayBeEmpty = false,
        bool isRequired = false,
        string limit = nameof(ExperimentLimits.MostListed))
    {
        if (Node(key) is not { } node) return null;
        var items = node is YamlValue.Sequence sequence ? sequence.Items : [node];
        var result = new List<(T, string)>();
        var seen = new HashSet<T>();
        if (items.Count == 0 && !mayBeEmpty)
            Tell(
                DiagnosticCodes.WrongForm,
                node.Start,
                PathOf(key),
                $"'{PathOf(key)}' is an empty list: name at least one entry{(isRequired ? "" : ", or leave the key out")}.");
        if (_reading.IsTooLong(node.Start, PathOf(key), items.Count, limit))
            return result;

        for (var i = 0; i < items.Count; i++)
        {
            var path = $"{PathOf(key)}[{i}]";
            _reading.Remember(path, items[i].Start);
            if (items[i] is not YamlValue.Scalar { Text: { Length: > 0 } text })
                Tell(DiagnosticCodes.WrongForm, items[i].Start, path, $"'{path}' must be a single value.");
            else if (map(text, items[i].Start, path, out var value))
            {
                if (seen.Add(value))
                    result.Add((value, path));
                else
                    Tell(
                        DiagnosticCodes.Duplicate,
                        items[i].Start,
                        path,
                        $"'{YamlReading.Shown(text)}' stands twice in '{PathOf(key)}'; once is enough.");
            }
        }

        return result;
    }

    public delegate bool TryMap<T>(string text, Mark mark, string path, out T value);

    public bool ChoiceOf<T>(string text, Mark mark, string path, IReadOnlyDictionary<string, T> choices, out T value)
    {
        if (choices.TryGetValue(text, out value!))
            return true;
        Tell(
            DiagnosticCodes.UnknownChoice,
            mark,
            path,
            $"'{YamlReading.Shown(text)}' is no choice for '{path}'{DidYouMean(text, choices.Keys)} Choices: "
                + $"{string.Join(", ", choices.Keys)}.");
        return false;
    }

    public int? WholeOf(string text, Mark mark, string path, int from, int to)
    {
        if (ParsedWhole(text) is not { } value || !decimal.IsInteger(value))
        {
            var between = ParsedWhole(text) is { } part && part > from && part < to
                ? $"; write {decimal.Floor(part):0} or {decimal.Ceiling(part):0}"
                : "";
            Tell(DiagnosticCodes.WrongForm, mark, path, $"'{path}' must be a whole number, not '{YamlReading.Shown(text)}'{between}.");
            return null;
        }

        if (value >= from && value <= to)
            return (int)value;
        Tell(
            DiagnosticCodes.OutOfRange,
            mark,
            path,
            $"'{path}' must be from {from} to {to}, not {YamlReading.Shown(text)}; the nearest valid value is "
                + $"{Math.Clamp(value, from, to):0}.");
        return null;
    }

    /// <summary>A number that should be whole; as a decimal, so that one too long for an integer is told from a word.</summary>
    private static decimal? ParsedWhole(string text)
    {
        const NumberStyles Usual = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, Usual, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    public void Missing(string key, string example)
    {
        Know(key);
        Tell(DiagnosticCodes.MissingKey, _start, PathOf(key), $"'{PathOf(key)}' is missing: add a line like '{example}'.");
    }

    public void Error(string code, string key, string message) => Tell(code, MarkOf(key), PathOf(key), message);

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var (key, (node, _)) in _entries)
        {
            if (_known.Contains(key) || IsHelper(key)) continue;
            var where = _path.Length == 0 ? _reading.What : $"'{_path}'";
            Tell(
                DiagnosticCodes.UnknownKey,
                node.Start,
                PathOf(key),
                $"'{YamlReading.Shown(key)}' is not a key of {where}{KeyAdvice.Of(key, _known, _reading.KeyPaths)} Keys: "
                    + $"{string.Join(", ", _known)}.");
        }
    }

    /// <summary>Whether an outermost key only holds what others refer to; a typing error with an anchor is none.</summary>
    private bool IsHelper(string key) => _path.Length == 0
        && (key.StartsWith("x-", StringComparison.Ordinal) || (_shared.Contains(key) && !_known.Exists(k => KeyAdvice.IsNear(key, k))));

    private static string DidYouMean(string text, IEnumerable<string> choices) =>
        Suggestion.Nearest(text, choices) is { } nearest ? $"; did you mean '{nearest}'?" : ".";

    public YamlValue? Node(string key)
    {
        Know(key);
        return _entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    private void Tell(string code, Mark mark, string keyPath, string message)
    {
        HasProblem = true;
        _reading.Error(code, mark, keyPath, message);
    }

    private void Know(string key)
    {
        if (!_known.Contains(key)) _known.Add(key);
    }

    /// <summary>The whole path of a key, as messages name it.</summary>
    public string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
