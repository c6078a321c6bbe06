using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Store;

/// <summary>All cohorts of a build, as a file from which workers take what is missing: one cohort per line of JSON.</summary>
public static class WorkPlan
{
    /// <summary>Writes the cohorts, whole or not at all; an unchanged file stays untouched.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="cohorts">The cohorts, in the order in which to train them.</param>
    public static void Write(string path, IEnumerable<CohortOrder> cohorts)
    {
        using var text = new MemoryStream();
        foreach (var cohort in cohorts)
        {
            JsonSerializer.Serialize(text, cohort, Json.Line);
            text.WriteByte((byte)'\n');
        }

        var bytes = text.ToArray();
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static ImmutableArray<CohortOrder> Read(string path)
    {
        var cohorts = ImmutableArray.CreateBuilder<CohortOrder>();
        foreach (var (line, number) in File.ReadLines(path).Select((line, place) => (line, place + 1)))
        {
            try
            {
                cohorts.Add(JsonSerializer.Deserialize<CohortOrder>(line, Json.Line) ?? throw new JsonException("it is empty."));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"Line {number} of '{path}' is no cohort of models: {e.Message}", e);
            }
        }

        return cohorts.ToImmutable();
    }
}
