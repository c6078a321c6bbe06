using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Rows to a table: crystals are read in parallel, a batch at a time, and kept in the source's order.</summary>
internal sealed class SourceTableBuilder(
    string name,
    ImmutableArray<ColumnReading> columns,
    ElementFeatureTable features,
    DataProblemList problems,
    ReadOptions options)
{
    private const int BatchSize = 1024;
    private const int BatchCharacters = 1 << 25;

    private readonly List<SourceRow> _batch = new(BatchSize);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Material>.Builder _materials = ImmutableArray.CreateBuilder<Material>();
    private readonly ImmutableArray<RowPlace>.Builder _places = ImmutableArray.CreateBuilder<RowPlace>();
    private readonly List<ColumnReading> _columns = [.. columns];
    private readonly List<ImmutableArray<Cell>.Builder> _values = [.. columns.Select(_ => ImmutableArray.CreateBuilder<Cell>())];
    private int _setAside, _rows, _batchCharacters;

    /// <summary>Whether formulas stand for crystals.</summary>
    public bool HasFormulasOnly { get; set; }

    /// <summary>Counts a row, whatever becomes of it.</summary>
    /// <returns>Its number, from 1.</returns>
    /// <exception cref="InputLimitException">There are more than the limit.</exception>
    public int CountRow()
    {
        var limits = options.Limits;
        if (++_rows > limits.MostMaterials)
            throw new InputLimitException(
                $"There are more than {limits.MostMaterials} materials; {limits.HowToRaise(nameof(InputLimits.MostMaterials))}.");
        return _rows;
    }

    /// <summary>Adds a column that the rows so far do not have.</summary>
    /// <returns>Its place among the columns.</returns>
    public int AddColumn(ColumnReading column)
    {
        var values = ImmutableArray.CreateBuilder<Cell>();
        for (var i = 0; i < _materials.Count; i++) values.Add(Cell.Missing);
        _columns.Add(column);
        _values.Add(values);
        return _columns.Count - 1;
    }

    public void SetAside(DataProblemKind kind, RowPlace place, string reason = "")
    {
        _setAside++;
        problems.Exclude(kind, place, reason);
    }

    public void Add(SourceRow row)
    {
        if (row.Id.Length == 0) SetAside(DataProblemKind.MissingId, row.Place);
        else if (!_ids.Add(row.Id)) SetAside(DataProblemKind.RepeatedId, row.Place);
        else
        {
            _batch.Add(row);
            _batchCharacters += row.Characters;
        }

        if (_batch.Count == BatchSize || _batchCharacters > BatchCharacters) ReadBatch();
    }

    /// <summary>The table of all rows.</summary>
    /// <param name="names">Names of all columns of the source.</param>
    public DatasetReadResult Build(IReadOnlyCollection<string> names)
    {
        ReadBatch();
        ImmutableArray<SourceColumn> finished =
            [.. _columns.Zip(_values, Finished).OfType<SourceColumn>()];
        var materials = _materials.ToImmutable();
        if (!HasFormulasOnly) finished = MagnetizationUnit.Apply(finished, materials, names, options.Catalogue, problems);
        finished = [.. finished, .. VectorColumns.Of(finished, options.Catalogue, problems)];
        var table = new SourceTable(name, materials, finished, features)
        {
            HasFormulasOnly = HasFormulasOnly,
            Places = _places.ToImmutable(),
            LeftOut = [.. _columns.Where(c => c.WhyNone is not null).Select(c => new LeftOutColumn(c.Name, c.WhyNone!))],
        };
        table = table with { Derived = DerivedColumns.Of(table, options.Catalogue, options.Derivations) };
        return DatasetReadResult.Of(table, problems.ToProblems(), problems.ToRemarks(), _setAside, finished.Select(c => c.Property.Name));
    }

    private static SourceColumn? Finished(ColumnReading column, ImmutableArray<Cell>.Builder cells) =>
        column.Finish(cells.ToImmutable()) is { } done ? done with { Column = column.Column } : null;

    private void ReadBatch()
    {
        var read = new (Material? Material, RowCrystal Crystal)[_batch.Count];
        Parallel.For(0, read.Length, i => read[i] = Read(_batch[i]));
        for (var i = 0; i < read.Length; i++)
        {
            var (row, crystal) = (_batch[i], read[i].Crystal);
            foreach (var warning in crystal.Warnings) problems.Note(DataProblemKind.Noticed, row.Place, warning);
            if (read[i].Material is not { } material)
            {
                SetAside(crystal.Kind, row.Place, crystal.Reason);
                continue;
            }

            if (crystal.MadeOrdered is { } how) problems.Note(DataProblemKind.MadeOrdered, row.Place, how);
            _materials.Add(material);
            _places.Add(row.Place);
            for (var p = 0; p < _values.Count; p++) _values[p].Add(p < row.Values.Length ? row.Values[p] : Cell.Missing);
        }

        _batch.Clear();
        _batchCharacters = 0;
    }

    private RowCrystal Ordered(RowCrystal read, Crystal crystal)
    {
        var order = options.Rules.Disorder == DisorderRule.Majority
            ? MajorityOrder.Of(crystal)
            : new(null, "a site is shared by elements or partly empty");
        return order.Crystal is null
            ? read with { Crystal = null, Kind = DataProblemKind.DisorderedCrystal, Reason = order.Words }
            : read with { Crystal = order.Crystal, MadeOrdered = order.Words };
    }

    private (Material? Material, RowCrystal Crystal) Read(SourceRow row)
    {
        var read = row.ReadCrystal();
        if (read.Crystal is not { } crystal) return (null, read);
        if (read.Contradiction is { } contradiction)
        {
            if (options.Rules.Contradictions == ContradictionRule.SetAside)
                return (null, read with { Kind = DataProblemKind.Contradiction, Reason = contradiction });
            read = read with { Warnings = read.Warnings.Add(contradiction) };
        }

        if (!crystal.IsOrdered)
        {
            read = Ordered(read, crystal);
            if (read.Crystal is not { } ordered) return (null, read);
            crystal = ordered;
        }

        foreach (var site in crystal.Sites)
            if (!features.Rows.ContainsKey(site.Occupants[0].AtomicNumber))
                return (null, read with
                {
                    Kind = DataProblemKind.ElementWithoutFeatures,
                    Reason = $"{ElementTable.SymbolOf(site.Occupants[0].AtomicNumber)} has no features",
                });
        return (new(row.Id, Formula.Reduced(crystal), crystal), read);
    }
}
