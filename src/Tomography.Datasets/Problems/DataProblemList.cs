using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Gathers places by kind, so that a thousand bad rows make one problem.</summary>
internal sealed class DataProblemList
{
    private const int MostPlaces = 5;
    private const int MostPlaceCharacters = 500;

    private readonly SortedDictionary<DataProblemKind, (int Count, List<string> Places)> _kinds = [];
    private readonly RemarkBuilder _excluded = new(), _notes = new();

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => _kinds.Count == 0;

    /// <summary>A problem of the source, or of a column of it.</summary>
    public void Add(DataProblemKind kind, string what)
    {
        Count(kind, () => what);
        _notes.Add(DatasetRemark.Word(kind), () => new("", "", "", DatasetRemark.Word(kind), Shown(what)));
    }

    /// <summary>A problem of a crystal or a cell that costs no material.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="what">What is wrong; nothing where the kind says it.</param>
    public void Note(DataProblemKind kind, RowPlace place, string what = "") => Add(_notes, kind, place, what);

    /// <summary>Further problems of crystals or cells, of which no place is known any more.</summary>
    public void CountNotes(DataProblemKind kind, int count)
    {
        if (count == 0) return;
        _notes.Count(DatasetRemark.Word(kind), count);
        _kinds[kind] = _kinds.TryGetValue(kind, out var known) ? (known.Count + count, known.Places) : (count, []);
    }

    /// <summary>A material, or a row or file that is none, that is not in the dataset.</summary>
    /// <param name="kind">Why, as a kind.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="what">Why, in words; nothing where the kind says it.</param>
    public void Exclude(DataProblemKind kind, RowPlace place, string what = "") => Add(_excluded, kind, place, what);

    /// <summary>Lists a file that is not in the dataset, which is no problem.</summary>
    public void ListUnnamed(string file) =>
        _excluded.Add(DatasetRemark.Unnamed, () => new("", file, "", DatasetRemark.Unnamed, "no table names the file"));

    public ImmutableArray<DataProblem> ToProblems() =>
        [.. _kinds.Select(k => new DataProblem(k.Key, k.Value.Count, [.. k.Value.Places], Words(k.Key).Message, Words(k.Key).Suggestion))];

    public DatasetRemarks ToRemarks() => new(_excluded.ToList(), _notes.ToList());

    private void Add(RemarkBuilder list, DataProblemKind kind, RowPlace place, string what)
    {
        Count(kind, () => what.Length == 0 ? $"{place}" : $"{place}: {what}");
        var word = DatasetRemark.Word(kind);
        list.Add(word, () => place.Remark(word, what.Length == 0 ? Words(kind).Message.Split(';')[0].TrimEnd('.') : Shown(what)));
    }

    /// <summary>Counts a problem; its place is asked for only where it is one of the first.</summary>
    private void Count(DataProblemKind kind, Func<string> place)
    {
        var (count, places) = _kinds.TryGetValue(kind, out var known) ? known : (0, []);
        if (places.Count < MostPlaces) places.Add(Shown(place()));
        _kinds[kind] = (count + 1, places);
    }

    private static string Shown(string text) => Excerpt.Of(text, MostPlaceCharacters);

    private static (string Message, string Suggestion) Words(DataProblemKind kind) =>
        kind switch
        {
            DataProblemKind.Source => ("The dataset cannot be read.", "Check the path and the form of the file or folder."),
            DataProblemKind.SourceTooLarge => ("The dataset is larger than is read.", "Check whether the file is the one that is meant."),
            DataProblemKind.RowLength => (
                "Rows have another number of fields than the header; their materials are set aside.",
                "Quote fields that hold the delimiter, quotes or line ends."),
            DataProblemKind.MissingId => ("Rows have no id; their materials are set aside.", "Give every material an id."),
            DataProblemKind.RepeatedId => ("Ids repeat; the first material of each is kept.", "Make ids unique."),
            DataProblemKind.UnreadableCrystal => (
                "Crystals cannot be read; their materials are set aside.",
                "Correct the crystals at the places named."),
            DataProblemKind.MissingFile => (
                "Tables name crystals of which there is no file; their materials are set aside.",
                "Add the files, or correct the ids or paths."),
            DataProblemKind.UnknownElement => (
                "Crystals hold sites that name no element; their materials are set aside.",
                "Correct the labels or type symbols at the places named."),
            DataProblemKind.MaterialTooLarge => (
                "Crystals are larger than is read; their materials are set aside.",
                "Use smaller cells, or raise the limit."),
            DataProblemKind.DisorderedCrystal => (
                "Crystals are disordered; their materials are set aside.",
                "Crystal graphs need one element per site: use ordered approximants, or 'dataset: { disorder: majority }'."),
            DataProblemKind.ElementWithoutFeatures => (
                "Crystals hold elements without features; their materials are set aside.",
                "Add the elements to atom_init.json, or leave that file out to use the built-in features."),
            DataProblemKind.NotANumber => (
                "Cells hold no finite number; they count as missing.",
                "Correct the cells, or leave them empty where the value is unknown."),
            DataProblemKind.UnknownClass => (
                "Cells hold none of the classes of their property; they count as missing.",
                "Correct the cells, or leave them empty where the class is unknown."),
            DataProblemKind.NoLogarithm => (
                "Numbers of 0 or less have no logarithm, which 'transform: log10' asks for.",
                "Correct the cells, leave them empty, or leave the transform out."),
            DataProblemKind.UnusableColumn => (
                "Columns cannot become properties; they are left out.",
                "Fill a column with numbers, or with a few words that repeat, and name it unlike any other."),
            DataProblemKind.RepeatedColumn => (
                "Columns are one property, of which the first is used.", "Rename the others, or declare under 'properties' what they are."),
            DataProblemKind.Contradiction => (
                "Crystals contradict their own files; their materials are set aside.",
                "Correct the files at the places named; 'dataset: { contradictions: tell }' uses the crystals all the same."),
            DataProblemKind.Noticed => (
                "Crystals were read, but something about them was noticed.",
                "Look whether the crystals at the places named are the ones that are meant."),
            DataProblemKind.HowRead => ("How the dataset was read.", "Nothing needs to be done where this is what is meant."),
            DataProblemKind.MadeOrdered => (
                "Disordered crystals were made ordered: each site has its most frequent element, and mostly empty sites are left out.",
                "Use ordered approximants where the places of the other elements matter."),
            DataProblemKind.MissingProperty => (
                "Materials lack a property that is used; they are set aside.",
                "Fill the cells, or use other properties."),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of problem."),
        };
}
