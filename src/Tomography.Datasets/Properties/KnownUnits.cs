using System.Collections.Frozen;

namespace Tomography.Datasets;

/// <summary>
/// Units of columns of the databases that people download: the Materials Project, matbench and matminer, JARVIS, OQMD, AFLOW. Only what has
/// one unit under its name wherever it occurs; <c>e_form</c>, for instance, has two.
/// </summary>
internal static class KnownUnits
{
    private static readonly FrozenDictionary<string, string> s_units = Read();

    /// <summary>The unit of a column; null where the name is of none that is known.</summary>
    public static string? Of(string column) => s_units.GetValueOrDefault(column);

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(KnownUnits).Assembly.GetManifestResourceStream("units.csv")
            ?? throw new InvalidOperationException("The resource units.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        _ = reader.ReadLine();
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            units.Add(line[..comma], line[(comma + 1)..]);
        }

        return units.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
