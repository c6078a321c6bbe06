using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Rows to a table: crystals are read in parallel, a batch at a time, and kept in the source's order.</summary>
internal sealed class SourceTableBuilder(
    string name,
    ImmutableArray<Property> properties,
    ElementFeatureTable features,
    DataProblemList problems,
    InputLimits limits)
{
    private const int BatchSize = 1024;
    private const int BatchCharacters = 1 << 25;

    private readonly List<SourceRow> _batch = new(BatchSize);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Material>.Builder _materials = ImmutableArray.CreateBuilder<Material>();
    private readonly ImmutableArray<double?>.Builder[] _values = [.. properties.Select(_ => ImmutableArray.CreateBuilder<double?>())];
    private int _setAside, _rows, _batchCharacters;

    /// <summary>Counts a row, whatever becomes of it.</summary>
    /// <exception cref="InputLimitException">There are more than the limit.</exception>
    public void CountRow()
    {
        if (++_rows > limits.MostMaterials)
            throw new InputLimitException(
                $"There are more than {limits.MostMaterials} materials; {limits.HowToRaise(nameof(InputLimits.MostMaterials))}.");
    }

    public void SetAside(DataProblemKind kind, Func<string> place)
    {
        _setAside++;
        problems.Add(kind, place);
    }

    /// <summary>A problem that costs no material.</summary>
    public void Note(DataProblemKind kind, string place) => problems.Add(kind, place);

    public void Add(SourceRow row)
    {
        if (row.Id.Length == 0) SetAside(DataProblemKind.MissingId, () => row.Place);
        else if (!_ids.Add(row.Id)) SetAside(DataProblemKind.RepeatedId, () => row.Place);
        else
        {
            _batch.Add(row);
            _batchCharacters += row.Characters;
        }

        if (_batch.Count == BatchSize || _batchCharacters > BatchCharacters) ReadBatch();
    }

    /// <summary>A cell as a number or class index; null, with a problem, where it is neither.</summary>
    public double? Value(Property property, string cell, string place)
    {
        if (string.IsNullOrWhiteSpace(cell)) return null;
        if (property.Kind == PropertyKind.Number)
        {
            if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
                return number;
        }
        else if (PropertyRegistry.ClassIndex(property, cell) is { } index)
        {
            return index;
        }

        if (property.Kind == PropertyKind.Number)
            problems.Add(DataProblemKind.NotANumber, () => $"{place}: {property.Name} is '{Excerpt.Of(cell, 40)}'");
        else
            problems.Add(
                DataProblemKind.UnknownClass,
                () =>
                    $"{place}: {property.Name} is '{Excerpt.Of(cell, 40)}'"
                        + (Suggestion.Nearest(cell, property.Classes) is { } nearest ? $"; did you mean {nearest}?" : "")
            );
        return null;
    }

    public DatasetReadResult Build()
    {
        ReadBatch();
        var table = new SourceTable(
            name,
            _materials.ToImmutable(),
            [.. properties.Zip(_values, (p, v) => new SourceColumn(p, v.ToImmutable()))],
            features);
        return DatasetReadResult.Of(table, problems.ToProblems(), _setAside, properties.Select(p => p.Name));
    }

    private void ReadBatch()
    {
        var read = new (Material? Material, DataProblemKind Kind, string Reason)[_batch.Count];
        Parallel.For(0, read.Length, i => read[i] = Read(_batch[i]));
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i].Material is not { } material)
            {
                var (row, problem) = (_batch[i], read[i]);
                SetAside(problem.Kind, () => $"{row.Place}: {problem.Reason}");
                continue;
            }

            _materials.Add(material);
            for (var p = 0; p < _values.Length; p++) _values[p].Add(_batch[i].Values[p]);
        }

        _batch.Clear();
        _batchCharacters = 0;
    }

    private (Material? Material, DataProblemKind Kind, string Reason) Read(SourceRow row)
    {
        string text;
        try
        {
            text = row.ReadCif();
        }
        catch (InputLimitException e)
        {
            return (null, DataProblemKind.MaterialTooLarge, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, DataProblemKind.UnreadableCrystal, e.Message);
        }

        var result = CifReader.Read(text, limits);
        if (result.OnlyCrystal is not { } crystal)
        {
            var problem = result.Problems.FirstOrDefault(static p => p.Severity == CifSeverity.Error);
            var reason = problem is null ? "" : $"CIF line {problem.Line}, column {problem.Column}: {problem.Message}";
            return result.Structures.IsEmpty
                ? (null, KindOf(problem), reason)
                : (null, DataProblemKind.UnreadableCrystal, $"{SeveralCrystals(result)}{(reason.Length > 0 ? "; " : "")}{reason}");
        }

        if (!crystal.IsOrdered) return (null, DataProblemKind.DisorderedCrystal, "a site is shared by elements or partly empty");
        foreach (var site in crystal.Sites)
            if (!features.Rows.ContainsKey(site.Occupants[0].AtomicNumber))
                return (
                    null,
                    DataProblemKind.ElementWithoutFeatures,
                    $"{ElementTable.SymbolOf(site.Occupants[0].AtomicNumber)} has no features");
        return (new(row.Id, Formula.Reduced(crystal), crystal), default, "");
    }

    // A block that cannot be read may be the one that was meant, and the other an impurity.
    private static string SeveralCrystals(CifReadResult result)
    {
        string[] names = [.. result.Structures.Select(static s => s.BlockName), .. result.RefusedBlocks];
        var shown = names.Take(5).Select(static n => n.Length > 0 ? Excerpt.Of(n, 30) : "unnamed");
        return $"the CIF text holds {names.Length} data blocks with atoms ({string.Join(", ", shown)}{(names.Length > 5 ? ", ..." : "")}) "
            + "where one crystal was expected";
    }

    private static DataProblemKind KindOf(CifProblem? problem) => problem?.Kind switch
    {
        CifProblemKind.UnknownElement => DataProblemKind.UnknownElement,
        CifProblemKind.TooLarge => DataProblemKind.MaterialTooLarge,
        _ => DataProblemKind.UnreadableCrystal,
    };
}
