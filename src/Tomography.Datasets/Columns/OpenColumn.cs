using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// A column that nobody declared: all its values decide what it is. Numbers where at least as many cells hold one as hold a word; classes
/// where all hold words, two at least and each twice on average; else none, with the reason. Memory grows with rows by a number each.
/// </summary>
/// <param name="header">What the source calls it.</param>
/// <param name="property">What it is as a number.</param>
/// <param name="problems">Takes what is wrong with cells, and with the column.</param>
internal sealed class OpenColumn(string header, Property property, DataProblemList problems) : ColumnReading
{
    /// <summary>More words are no classes but names.</summary>
    private const int MostWords = 256;

    private const int LongestWord = 100;

    /// <summary>Words of a column of numbers that are told one by one, and those kept while no number has been seen.</summary>
    private const int MostTold = 20_000, MostKeptOfWords = 1_000;

    private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(RowPlace Place, string Text)> _told = [];
    private int _numbers, _others;
    private bool _isText;

    /// <inheritdoc/>
    public override PropertyName Name => property.Name;

    /// <inheritdoc/>
    public override Cell Read(string text, RowPlace place)
    {
        if (string.IsNullOrWhiteSpace(text)) return Cell.Missing;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            _numbers++;
            return Cell.Of(number);
        }

        _others++;
        if (_told.Count < (_numbers > 0 ? MostTold : MostKeptOfWords)) _told.Add((place, Excerpt.Of(text, 40)));
        return WordOf(text.Trim());
    }

    /// <inheritdoc/>
    public override SourceColumn? Finish(ImmutableArray<Cell> cells)
    {
        if (_numbers > 0 && _numbers >= _others) return Numbers(cells);
        if (Reason() is { } reason)
        {
            WhyNone = reason;
            problems.Add(DataProblemKind.UnusableColumn, $"{Excerpt.Of(header)}: {reason}");
            return null;
        }

        var words = _words.Keys.ToArray();
        var isTruth = words.All(w => PropertyClasses.Truth(w) is not null);
        ImmutableArray<string> classes = isTruth ? ["False", "True"] : [.. words.Order(StringComparer.Ordinal)];
        var classOf = words.Select(w => isTruth ? PropertyClasses.Truth(w)!.Value : classes.IndexOf(w)).ToArray();
        return new(
            property with { Kind = PropertyKind.Classes, Classes = classes, Unit = "" },
            [.. cells.Select(c => c.Word < 0 ? default(double?) : classOf[c.Word])]);
    }

    private string? Reason() =>
        _others == 0 ? "it holds no value"
        : _numbers > 0 ? $"{_others} of its values are words and {_numbers} are numbers"
        : _isText || 2 * _words.Count > _others ? "its values are texts, nearly each of its own"
        : _words.Count < 2 ? $"'{Excerpt.Of(_words.Keys.First(), 40)}' is its only value"
        : null;

    private Cell WordOf(string word)
    {
        if (_isText) return Cell.Missing;
        if (_words.TryGetValue(word, out var place)) return new(double.NaN, place);
        if (_words.Count == MostWords || word.Length > LongestWord)
        {
            _isText = true;
            return Cell.Missing;
        }

        _words.Add(word, _words.Count);
        return new(double.NaN, _words.Count - 1);
    }

    private SourceColumn Numbers(ImmutableArray<Cell> cells)
    {
        foreach (var (place, text) in _told) problems.Note(DataProblemKind.NotANumber, place, $"{Name} is '{text}'");
        problems.CountNotes(DataProblemKind.NotANumber, _others - _told.Count);
        return new(property, [.. cells.Select(c => double.IsNaN(c.Number) ? default(double?) : c.Number)]);
    }
}
