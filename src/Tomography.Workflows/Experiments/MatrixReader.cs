using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Reads <c>matrix</c>: settings by path, each with its values; every combination is a variant. <c>zip</c> walks several settings in step,
/// <c>exclude</c> removes combinations, <c>include</c> adds some. Values are checked by the reader of the settings themselves.
/// </summary>
internal sealed class MatrixReader
{
    private readonly YamlReading _reading;
    private readonly YamlValue.Mapping _root;
    private readonly SettingTable<StudySettings> _table;
    private readonly Setting<StudySettings>[] _swept;

    private Combination None => Combination.None(_reading.Limits);

    private int MostVariants => _reading.Limits.MostVariants;

    // Of the file, what the settings of variants come from: each variant looks through it.
    private readonly (YamlValue.Scalar Key, YamlValue Value)[] _sections;

    private MatrixReader(YamlReading reading, YamlValue.Mapping root, SettingTable<StudySettings> table)
    {
        (_reading, _root, _table, _swept) = (reading, root, table, [.. table.Swept]);
        _sections = [.. root.Entries.Where(e => table.Sections.Any(s => s.Name == e.Key.Text))];
    }

    /// <summary>The variants of an experiment: one without a matrix.</summary>
    public static Variant[] Variants(YamlReading reading, YamlValue.Mapping root, YamlSection top, SettingTable<StudySettings> table)
    {
        // Read once without the matrix, so that all keys are known and all problems of the sections are found.
        var plain = new Variant("", [], table.Read(top));
        if (!top.Has("matrix") || top.Node("matrix") is not { } node)
            return [plain];
        if (node is YamlValue.Mapping matrix)
            return new MatrixReader(reading, root, table).Read(matrix);
        reading.Error(
            DiagnosticCodes.WrongForm,
            node.Start,
            "matrix",
            "'matrix' must be a mapping of settings to lists of values, like { training.learning-rate: [0.01, 0.001] }.");
        return [plain];
    }

    private Variant[] Read(YamlValue.Mapping matrix)
    {
        var problems = _reading.Diagnostics.Count;
        List<Combination> grid = [None];
        foreach (var (key, value) in matrix.Entries)
        {
            if (key.Text is "zip" or "include" or "exclude") continue;
            _reading.Remember($"matrix.{key.Text}", key.Start);
            if (!IsSetting(key)) continue;
            grid = Times(matrix, grid, [.. Values(key, value).Select(v => None.With(key, v))]);
        }

        foreach (var entry in Entries(matrix, "zip", nameof(ExperimentLimits.MostMatrixEntries))) grid = Times(matrix, grid, Zipped(entry));
        foreach (var entry in Entries(matrix, "exclude", nameof(ExperimentLimits.MostMatrixEntries)))
        {
            var pattern = CombinationOf(entry);
            if (grid.RemoveAll(c => c.Fits(pattern)) == 0)
                _reading.Error(
                    DiagnosticCodes.MatrixMismatch,
                    entry.Start,
                    "matrix.exclude",
                    $"This exclusion fits no combination of the matrix: {pattern.Describe()}. Name settings and values as the matrix does."
                );
        }

        var swept = matrix.Entries.Any(e => e.Key.Text is not ("include" or "exclude"));
        var all = (swept ? grid : [])
            .Concat(Entries(matrix, "include", nameof(ExperimentLimits.MostVariants)).Select(CombinationOf))
            .ToArray();
        if (all.Length == 0 && _reading.Diagnostics.Count == problems)
            _reading.Error(
                DiagnosticCodes.MatrixMismatch,
                matrix.Start,
                "matrix",
                "Nothing is left of this matrix: give a setting at least one value that no exclusion removes, or leave the matrix out.");
        if (all.Length > MostVariants)
        {
            _reading.Error(
                DiagnosticCodes.TooLarge,
                matrix.Start,
                "matrix",
                $"This matrix has {all.Length} combinations, more than {MostVariants}; "
                    + $"{_reading.Limits.HowToRaise(nameof(MostVariants), all.Length)}.");
            return [];
        }

        return [.. all.Select(c => new Variant(IdOf(c), c.Settings(), _table.Read(Overlaid(c)))).DistinctBy(v => v.Id)];
    }

    private List<Combination> Times(YamlValue.Mapping matrix, List<Combination> grid, Combination[] more)
    {
        if (more.Length == 0)
            return grid;
        if ((long)grid.Count * more.Length <= MostVariants)
            return [.. grid.SelectMany(_ => more, (one, other) => one.With(other))];
        _reading.Error(
            DiagnosticCodes.TooLarge,
            matrix.Start,
            "matrix",
            $"This matrix has at least {(long)grid.Count * more.Length} combinations, more than {MostVariants}; "
                + $"{_reading.Limits.HowToRaise(nameof(MostVariants), (long)grid.Count * more.Length)}.");
        return grid;
    }

    /// <summary>The mappings of a list; a single mapping counts as a list of one.</summary>
    private IEnumerable<YamlValue.Mapping> Entries(YamlValue.Mapping matrix, string word, string limit)
    {
        if (matrix.Entries.FirstOrDefault(e => e.Key.Text == word).Value is not { } value)
            yield break;
        if (value is YamlValue.Sequence { Items.Count: var count } && _reading.IsTooLong(value.Start, $"matrix.{word}", count, limit))
            yield break;

        foreach (var item in value is YamlValue.Sequence list ? list.Items : [value])
        {
            if (item is YamlValue.Mapping mapping)
                yield return mapping;
            else
                _reading.Error(
                    DiagnosticCodes.WrongForm,
                    item.Start,
                    $"matrix.{word}",
                    $"'matrix.{word}' must be a list of mappings, like [{{ model.convolutions: {(word == "zip" ? "[2, 3]" : "2")} }}].");
        }
    }

    private Combination[] Zipped(YamlValue.Mapping entry)
    {
        var columns = entry.Entries.Where(e => IsSetting(e.Key)).Select(e => (e.Key, Values: Values(e.Key, e.Value))).ToArray();
        if (columns.Length == 0) return [];
        if (columns.Select(c => c.Values.Count).Distinct().Count() == 1)
            return
            [
                .. Enumerable
                    .Range(0, columns[0].Values.Count)
                    .Select(i => columns.Aggregate(None, (all, c) => all.With(c.Key, c.Values[i]))),
            ];
        _reading.Error(
            DiagnosticCodes.MatrixMismatch,
            entry.Start,
            "matrix.zip",
            $"The lists of a zip must be equally long, not {string.Join(", ", columns.Select(c => $"{c.Key.Text}: {c.Values.Count}"))}.");
        return [];
    }

    private Combination CombinationOf(YamlValue.Mapping entry) =>
        entry.Entries.Where(e => IsSetting(e.Key)).Aggregate(None, (all, e) => all.With(e.Key, e.Value));

    private bool IsSetting(YamlValue.Scalar key)
    {
        if (Array.Exists(_swept, k => k.Path == key.Text)) return true;
        var nearest = Suggestion.Nearest(key.Text, _swept.Select(k => k.Path).Concat(["zip", "include", "exclude"]))
            ?? Array.Find(_swept, k => k.Name == key.Text)?.Path;
        _reading.Error(
            DiagnosticCodes.UnknownKey, key.Start, $"matrix.{key.Text}",
            $"'{YamlReading.Shown(key.Text)}' is no setting that a matrix can "
                + $"sweep{(nearest is null ? "." : $"; did you mean '{nearest}'?")} "
            + $"Settings: {string.Join(", ", _swept.Select(k => k.Path))}.");
        return false;
    }

    private IReadOnlyList<YamlValue> Values(YamlValue.Scalar key, YamlValue value)
    {
        if (
            value is YamlValue.Sequence { Items.Count: var count }
            && _reading.IsTooLong(value.Start, $"matrix.{key.Text}", count, nameof(ExperimentLimits.MostVariants)))
            return [];
        if (value is YamlValue.Sequence { Items.Count: > 0 } list)
            return list.Items;
        _reading.Error(
            DiagnosticCodes.WrongForm,
            value.Start,
            $"matrix.{key.Text}",
            $"'{key.Text}' must be a list of at least one value here.");
        return [];
    }

    /// <summary>The file's sections with the values of a combination in place.</summary>
    private YamlSection Overlaid(Combination combination)
    {
        return new(_reading, "", new YamlValue.Mapping(_root.Start, Overlaid(_sections, combination.Values)));
    }

    /// <summary>Entries with values in place, each named by the rest of its path: sections stand within sections.</summary>
    private static (YamlValue.Scalar Key, YamlValue Value)[] Overlaid(
        IReadOnlyList<(YamlValue.Scalar Key, YamlValue Value)> entries,
        IReadOnlyList<(YamlValue.Scalar Key, YamlValue Value)> values)
    {
        var set = values.GroupBy(v => v.Key.Text.Split('.')[0], StringComparer.Ordinal).Select(g => Entry(g.Key, [.. g])).ToArray();
        return [.. entries.Where(e => !Array.Exists(set, s => s.Key.Text == e.Key.Text)), .. set];

        (YamlValue.Scalar Key, YamlValue Value) Entry(string name, (YamlValue.Scalar Key, YamlValue Value)[] own)
        {
            if (own[0].Key.Text == name) return own[0];
            var old = entries.FirstOrDefault(e => e.Key.Text == name);
            var start = own[0].Key.Start;
            var inner = own.Select(v => (new YamlValue.Scalar(v.Key.Start, v.Key.Text[(name.Length + 1)..]), v.Value)).ToArray();
            var before = old.Value is YamlValue.Mapping mapping ? mapping.Entries : [];
            return (
                old.Key ?? new YamlValue.Scalar(start, name),
                new YamlValue.Mapping(old.Value?.Start ?? start, Overlaid([.. before], inner)));
        }
    }

    /// <summary>From the content, so that a value more or another order changes no id.</summary>
    private static string IdOf(Combination combination)
    {
        var text = string.Concat(
            combination
                .Settings()
                .OrderBy(s => s.Name, StringComparer.Ordinal)
                .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name}={s.Value}\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
