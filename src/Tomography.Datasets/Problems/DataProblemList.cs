using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Gathers places by kind, so that a thousand bad rows make one problem.</summary>
internal sealed class DataProblemList
{
    private const int MostPlaces = 5;
    private const int MostPlaceCharacters = 500;

    private readonly SortedDictionary<DataProblemKind, (int Count, List<string> Places)> _kinds = [];

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => _kinds.Count == 0;

    /// <summary>Counts a problem; its place is asked for only where it is one of the first.</summary>
    public void Add(DataProblemKind kind, Func<string> place)
    {
        var (count, places) = _kinds.TryGetValue(kind, out var known) ? known : (0, []);
        if (places.Count < MostPlaces) places.Add(Excerpt.Of(place(), MostPlaceCharacters));
        _kinds[kind] = (count + 1, places);
    }

    public void Add(DataProblemKind kind, string place) => Add(kind, () => place);

    public ImmutableArray<DataProblem> ToProblems() =>
        [.. _kinds.Select(k => new DataProblem(k.Key, k.Value.Count, [.. k.Value.Places], Words(k.Key).Message, Words(k.Key).Suggestion))];

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
