using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>The first row of a table.</summary>
internal static class TableHeader
{
    /// <summary>Takes the byte order mark from a header and checks how many columns it has.</summary>
    /// <exception cref="InputLimitException">There are more than are read.</exception>
    public static void Tidy(List<string> header, InputLimits limits)
    {
        if (header[0].StartsWith('\uFEFF')) header[0] = header[0][1..];
        if (header.Count > limits.MostColumns)
            throw new InputLimitException(
                $"line 1: there are {header.Count} columns, at most {limits.MostColumns} are read; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostColumns), header.Count)}.");
    }

    /// <summary>Whether a row names columns rather than holding values: no field behind the first is a number.</summary>
    public static bool Is(IReadOnlyList<string> row) => row.Skip(1).All(f => f.Trim().Length > 0 && !NumberText.TryParse(f.Trim(), out _));
}
