using System.Diagnostics;
using System.Text.Json;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Benchmarks;

/// <summary>Reading crystals of JSON beside reading its tokens alone, and what is kept of each site.</summary>
internal static class JsonSpeed
{
    private const int Repeats = 3;
    private const double Megabyte = 1 << 20;

    public static void Print(double megabytes)
    {
        Console.WriteLine();
        var path = Path.Combine(Path.GetTempPath(), $"tomography-benchmark-{Environment.ProcessId}.json");
        try
        {
            var (structures, sites) = MatbenchLikeFile.Write(path, (long)(megabytes * Megabyte));
            var size = new FileInfo(path).Length / Megabyte;
            Console.WriteLine($"JSON as of matbench: {size:N0} MB, {structures:N0} structures, {sites:N0} sites");
            var tokens = Fastest(() => Tokens(path));
            Print("Utf8JsonReader alone", size, tokens, tokens);
            Print("crystals, one after another", size, Fastest(() => Crystals(path)), tokens);
            Print("dataset", size, Fastest(() => DatasetReader.ReadFile(path).Table!.Materials.Length), tokens);
            PrintMemory(path, sites);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Print(string what, double megabytes, double seconds, double tokens) =>
        Console.WriteLine(
            $"{what,-28} {seconds,7:N2} s {megabytes / seconds,6:N0} MB/s, {100 * tokens / seconds,4:N0} % of Utf8JsonReader");

    private static void PrintMemory(string path, long sites)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var dataset = DatasetReader.ReadFile(path, new() { Limits = InputLimits.Default with { MostFileBytes = long.MaxValue } });
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(dataset);
        Console.WriteLine(
            $"kept after a full collection {(double)kept / sites:N0} bytes per site; peak of the process "
                + $"{Process.GetCurrentProcess().PeakWorkingSet64 / Megabyte:N0} MB");
    }

    private static double Fastest(Func<long> read)
    {
        var fastest = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(read());
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return fastest;
    }

    private static long Crystals(string path) => CrystalFile.Read(path).Sum(e => (long)e.Crystal!.Sites.Length);

    // Token by token through a buffer, as anybody would who streams.
    private static long Tokens(string path)
    {
        using var stream = File.OpenRead(path);
        var buffer = new byte[1 << 16];
        var (state, filled, count) = (new JsonReaderState(), 0, 0L);
        while (true)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            var reader = new Utf8JsonReader(buffer.AsSpan(0, filled + read), read == 0, state);
            while (reader.Read()) count++;
            if (read == 0) return count;
            state = reader.CurrentState;
            var rest = filled + read - (int)reader.BytesConsumed;
            buffer.AsSpan((int)reader.BytesConsumed, rest).CopyTo(buffer);
            filled = rest;
        }
    }
}
