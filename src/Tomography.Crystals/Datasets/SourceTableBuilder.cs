using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Rows to a table: crystals are read in parallel, a batch at a time, and kept in the source's order.</summary>
internal sealed class SourceTableBuilder(string name, ImmutableArray<Property> properties, ElementFeatureTable features, DataProblemList problems)
{
    private const int BatchSize = 1024;

    private readonly List<SourceRow> _batch = new(BatchSize);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Material>.Builder _materials = ImmutableArray.CreateBuilder<Material>();
    private readonly ImmutableArray<double?>.Builder[] _values = [.. properties.Select(_ => ImmutableArray.CreateBuilder<double?>())];
    private int _setAside;

    public void SetAside(DataProblemKind kind, string place)
    {
        _setAside++;
        problems.Add(kind, place);
    }

    /// <summary>A problem that costs no material.</summary>
    public void Note(DataProblemKind kind, string place) => problems.Add(kind, place);

    public void Add(SourceRow row)
    {
        if (row.Id.Length == 0) SetAside(DataProblemKind.MissingId, row.Place);
        else if (!_ids.Add(row.Id)) SetAside(DataProblemKind.RepeatedId, row.Place);
        else _batch.Add(row);
        if (_batch.Count == BatchSize) ReadBatch();
    }

    /// <summary>A cell as a number or class index; null, with a problem, where it is neither.</summary>
    public double? Value(Property property, string cell, string place)
    {
        if (string.IsNullOrWhiteSpace(cell)) return null;
        if (property.Kind == PropertyKind.Number)
        {
            if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        }
        else if (PropertyRegistry.ClassIndex(property, cell) is { } index)
        {
            return index;
        }

        var shown = cell.Length > 40 ? cell[..40] : cell;
        var nearest = property.Kind == PropertyKind.Classes ? Suggestion.Nearest(shown, property.Classes) : null;
        problems.Add(DataProblemKind.BadValue, $"{place}: {property.Name} is '{shown}'{(nearest is null ? "" : $"; did you mean {nearest}?")}");
        return null;
    }

    public DatasetReadResult Build()
    {
        ReadBatch();
        var table = new SourceTable(name, _materials.ToImmutable(), [.. properties.Zip(_values, (p, v) => new SourceColumn(p, v.ToImmutable()))], features);
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
                SetAside(read[i].Kind, $"{_batch[i].Place}: {read[i].Reason}");
                continue;
            }

            _materials.Add(material);
            for (var p = 0; p < _values.Length; p++) _values[p].Add(_batch[i].Values[p]);
        }

        _batch.Clear();
    }

    private (Material? Material, DataProblemKind Kind, string Reason) Read(SourceRow row)
    {
        string text;
        try
        {
            text = row.ReadCif();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, DataProblemKind.UnreadableCrystal, e.Message);
        }

        var result = CifReader.Read(text);
        if (result.Structures.Length != 1)
        {
            var problem = result.Problems.FirstOrDefault(static p => p.Severity == CifSeverity.Error);
            return (null, DataProblemKind.UnreadableCrystal, result.Structures.Length > 1
                ? $"the CIF text holds {result.Structures.Length} crystals where one was expected"
                : $"CIF line {problem!.Line}, column {problem.Column}: {problem.Message}");
        }

        var crystal = result.Structures[0].Crystal;
        if (!crystal.IsOrdered) return (null, DataProblemKind.DisorderedCrystal, "a site is shared by elements or partly empty");
        foreach (var site in crystal.Sites)
            if (!features.Rows.ContainsKey(site.Occupants[0].AtomicNumber))
                return (null, DataProblemKind.ElementWithoutFeatures, $"{ElementTable.SymbolOf(site.Occupants[0].AtomicNumber)} has no features");
        return (new(row.Id, Formula.Reduced(crystal), crystal), default, "");
    }
}
