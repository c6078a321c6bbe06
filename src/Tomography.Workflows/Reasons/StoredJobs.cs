using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Workflows;

/// <summary>
/// Reads what the store's results depend on, from the beginning of each file, and where they were trained, from its end: their long
/// histories are not read.
/// </summary>
internal static class StoredJobs
{
    private const int HeadLength = 16 * 1024;

    /// <summary>The device stands a few hundred bytes before the end.</summary>
    private const int TailLength = 2 * 1024;

    /// <summary>All results of a store whose head can be read; whether they are whole is checked where they are used.</summary>
    public static ImmutableArray<StoredJob> ReadAll(StoreFolders folders) =>
        [
            .. new ResultStore(folders.Root)
                .Keys()
                .OrderBy(k => k.Value, StringComparer.Ordinal)
                .AsParallel()
                .AsOrdered()
                .Select(k => Read(folders, k))
                .OfType<StoredJob>(),
        ];

    /// <summary>One of them; null where there is none, or its head cannot be read.</summary>
    public static StoredJob? Read(StoreFolders folders, JobKey key)
    {
        try
        {
            using var file = File.OpenHandle(folders.ResultOf(key));
            var length = RandomAccess.GetLength(file);
            var bytes = new byte[(int)Math.Min(length, HeadLength)];
            if (Parse(key, bytes.AsSpan(0, RandomAccess.Read(file, bytes, 0))) is not { } job) return null;
            var tail = new byte[(int)Math.Min(length, TailLength)];
            var read = RandomAccess.Read(file, tail, length - tail.Length);
            return job with { Device = DeviceKind.Of(DeviceIn(tail.AsSpan(0, read)) ?? DeviceKind.Cpu) };
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The device's name; null where the tail has none.</summary>
    private static string? DeviceIn(ReadOnlySpan<byte> tail)
    {
        var name = "\"device\":"u8;
        var place = tail.LastIndexOf(name);
        if (place < 0) return null;
        var reader = new Utf8JsonReader(tail[(place + name.Length)..], isFinalBlock: false, state: default);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    private static StoredJob? Parse(JobKey key, ReadOnlySpan<byte> head)
    {
        var reader = new Utf8JsonReader(head, isFinalBlock: false, state: default);
        var (title, epochs, seconds) = ("", 0, 0.0);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 2)
                continue;
            if (reader.ValueTextEquals("title"u8) && reader.Read())
                title = reader.GetString() ?? "";
            else if (reader.ValueTextEquals("epochs"u8) && reader.Read())
                epochs = reader.GetInt32();
            else if (reader.ValueTextEquals("seconds"u8) && reader.Read())
                seconds = reader.GetDouble();
            else if (reader.ValueTextEquals("fingerprint"u8))
                return Parts(ref reader) is { } parts ? new(key, title, epochs, seconds, parts) : null;
        }

        return null;
    }

    private static ImmutableArray<FingerprintPart>? Parts(ref Utf8JsonReader reader)
    {
        var parts = ImmutableArray.CreateBuilder<FingerprintPart>();
        var name = "";
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var isName = reader.ValueTextEquals("name"u8);
            if (!reader.Read()) return null;
            if (isName) name = reader.GetString() ?? "";
            else parts.Add(new(name, reader.GetString() ?? ""));
        }

        return
            reader.TokenType == JsonTokenType.EndArray && parts.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count() == parts.Count
            ? parts.ToImmutable()
            : null;
    }
}
