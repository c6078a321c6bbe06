using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>A dataset as a table: a row per material with its file, formula, properties, and part in every split.</summary>
internal static class DatasetCsv
{
    /// <summary>Writes the table, UTF-8.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="files">The file of each material; empty where they have none of their own.</param>
    /// <param name="splits">The splits, by the names of their columns.</param>
    public static void Write(
        Stream stream, Dataset dataset, ImmutableArray<string> files, IReadOnlyList<(string Column, Split Split)> splits)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true)
        {
            NewLine = "\n",
        };
        var parts = splits.Select(s => PartsOf(s.Split, dataset.Materials.Length)).ToArray();
        string[] file = files.IsEmpty ? [] : ["file"];
        writer.WriteLine(string.Join(
            ',',
            [
                "id", .. file, "formula", .. dataset.Columns.SelectMany(HeadingsOf),
                .. splits.Select(s => CsvField.Of(s.Column)),
            ]));
        for (var i = 0; i < dataset.Materials.Length; i++)
        {
            var material = dataset.Materials[i];
            string[] where = files.IsEmpty ? [] : [files[i]];
            writer.WriteLine(string.Join(
                ',',
                [
                    CsvField.Of(material.Id), .. where, material.Formula.Replace(" ", "", StringComparison.Ordinal),
                    .. dataset.Columns.SelectMany(c => Cells(c, i)), .. parts.Select(p => p[i]),
                ]));
        }
    }

    /// <summary>The components of a vector stand under the names that the source gave their columns.</summary>
    private static IEnumerable<string> HeadingsOf(PropertyColumn column) =>
        column.Components.IsEmpty ? [CsvField.Of(column.Property.Name.Value)] : column.Property.Classes.Select(CsvField.Of);

    private static IEnumerable<string> Cells(PropertyColumn column, int material)
    {
        if (column.Components.IsEmpty) return [column.Has(material) ? Cell(column, material) : ""];
        var width = column.Property.FeatureLength;
        return Enumerable.Range(material * width, width).Select(at => column.Has(material) ? Number(column.Components[at]) : "");
    }

    private static string Cell(PropertyColumn column, int material) => column.Property.Kind == PropertyKind.Classes
        ? CsvField.Of(column.Property.Classes[(int)column.Values[material]])
        : Number(column.Values[material]);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string[] PartsOf(Split split, int count)
    {
        var parts = new string[count];
        Array.Fill(parts, "");
        foreach (var i in split.Train) parts[i] = "train";
        foreach (var i in split.Validation) parts[i] = "validation";
        foreach (var i in split.Test) parts[i] = "test";
        foreach (var i in split.HeldOut) parts[i] = "held-out";
        return parts;
    }
}
