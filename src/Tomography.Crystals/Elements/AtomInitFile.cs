using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>CGCNN's <c>atom_init.json</c>: an object from atomic number to a list of numbers, all lists of one length.</summary>
internal static class AtomInitFile
{
    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How long it may be; null for the defaults.</param>
    /// <exception cref="FormatException">The file is not such an object; the message says where it differs.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ElementFeatureTable Read(string path, InputLimits? limits = null)
    {
        limits ??= InputLimits.Default;
        var bytes = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
        if (bytes > limits.MostRowCharacters)
            throw new FormatException(
                $"{path}: the file has {bytes} bytes, at most {limits.MostRowCharacters} are read; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostRowCharacters), bytes)}.");
        var rows = new Dictionary<int, ImmutableArray<double>>();
        var length = 0;
        try
        {
            using var stream = InputFile.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new FormatException($"{path}: expected an object from atomic number to a list of numbers, like {{\"1\": [0, 1]}}.");
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                if (!int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 118)
                    throw new FormatException($"{path}: '{Excerpt.Of(entry.Name)}' is not an atomic number from 1 to 118.");
                var row = Row(path, entry);
                if (rows.Count > 0 && row.Length != length)
                    throw new FormatException(
                        $"{path}: element {number} has {row.Length} numbers where the elements before it have {length}.");
                length = row.Length;
                rows[number] = row;
            }
        }
        catch (JsonException e)
        {
            throw new FormatException($"{path}({e.LineNumber + 1}): not valid JSON: {e.Message}", e);
        }

        catch (InvalidOperationException e)
        {
            throw new FormatException($"{path}: a name or text in it is no Unicode.", e);
        }

        if (length == 0) throw new FormatException($"{path}: no element has any number.");
        return new(length, rows.ToFrozenDictionary());
    }

    private static ImmutableArray<double> Row(string path, JsonProperty entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.Array)
            throw new FormatException($"{path}: element {Excerpt.Of(entry.Name)} has no list of numbers.");
        var row = ImmutableArray.CreateBuilder<double>(entry.Value.GetArrayLength());
        foreach (var item in entry.Value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetDouble(out var value) || !double.IsFinite(value))
                throw new FormatException(
                    $"{path}: element {Excerpt.Of(entry.Name)} has '{Excerpt.Of(item.ToString())}' where a number was expected.");
            row.Add(value);
        }

        return row.ToImmutable();
    }
}
