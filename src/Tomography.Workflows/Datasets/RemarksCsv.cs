using System.Globalization;
using System.Text;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Lists of remarks as tables.</summary>
internal static class RemarksCsv
{
    /// <summary>The table, UTF-8; empty where there is nothing to list.</summary>
    /// <param name="remarks">What it lists.</param>
    /// <param name="last">What the last column is called: the words of each remark.</param>
    public static byte[] Write(RemarkList remarks, string last)
    {
        if (remarks.Total == 0) return [];
        var text = new StringBuilder($"id,file,place,kind,{last}\n");
        foreach (var (id, file, place, kind, what) in remarks.Entries)
            text.AppendJoin(',', CsvField.Of(id), CsvField.Of(file), CsvField.Of(place), kind, CsvField.Of(what)).Append('\n');
        if (remarks.More > 0)
            text.Append(CultureInfo.InvariantCulture, $",,,,and {remarks.More} more that are not listed\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
