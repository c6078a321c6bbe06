namespace Tomography.Crystals;

/// <summary>A CGCNN folder to a data set.</summary>
internal sealed class FolderDatasetReader(string path, DataProblemList problems)
{
    public DatasetReadResult Read()
    {
        if (!Directory.Exists(path)) return DatasetReader.Unreadable(problems, $"{path}: no such folder");
        var tables = Directory.GetFiles(path, "id_*.csv").Order(StringComparer.Ordinal).ToArray();
        var atomInit = Path.Combine(path, "atom_init.json");
        var features = File.Exists(atomInit) ? AtomInitFile.Read(atomInit) : ElementFeatures.BuiltIn;
        var properties = new List<(string File, Property Property)>();
        foreach (var file in tables)
        {
            var column = Path.GetFileNameWithoutExtension(file)["id_".Length..];
            if ((PropertyRegistry.Find(column) ?? PropertyRegistry.FromColumn(column)) is not { } property)
                problems.Add(DataProblemKind.UnusableColumn, $"{Path.GetFileName(file)}: no name of a property comes of '{column}'");
            else if (properties.Exists(p => p.Property.Name == property.Name))
                problems.Add(DataProblemKind.UnusableColumn, $"{Path.GetFileName(file)}: another table is {property.Name} already");
            else
                properties.Add((file, property));
        }

        if (properties.Count == 0) return DatasetReader.Unreadable(problems, $"{path}: no table id_PROPERTY.csv or id_prop.csv");
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var builder = new SourceTableBuilder(name, [.. properties.Select(p => p.Property)], features, problems);
        foreach (var row in Rows(properties, builder)) builder.Add(row);
        return builder.Build();
    }

    private List<SourceRow> Rows(List<(string File, Property Property)> properties, SourceTableBuilder builder)
    {
        var byId = new Dictionary<string, SourceRow>(StringComparer.Ordinal);
        var rows = new List<SourceRow>();
        for (var p = 0; p < properties.Count; p++)
        {
            using var reader = new StreamReader(properties[p].File);
            var csv = new CsvRows(reader);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (csv.Next() is { } fields)
            {
                var place = $"{Path.GetFileName(properties[p].File)} line {csv.Line} ({fields[0]})";
                var id = fields[0].Trim();
                if (fields.Count != 2 || id.Length == 0)
                {
                    builder.Note(DataProblemKind.RowLength, $"{place}: expected ID,value");
                    continue;
                }

                if (!seen.Add(id))
                {
                    builder.Note(DataProblemKind.RepeatedId, place);
                    continue;
                }

                if (!byId.TryGetValue(id, out var row))
                {
                    // An id with folder separators could name a file elsewhere.
                    var file = id == Path.GetFileName(id) ? Path.Combine(path, id + ".cif") : throw new FormatException($"{place}: '{id}' is not the name of a CIF file.");
                    rows.Add(byId[id] = row = new(place, id, () => File.ReadAllText(file), new double?[properties.Count]));
                }

                row.Values[p] = builder.Value(properties[p].Property, fields[1], place);
            }
        }

        return rows;
    }
}
