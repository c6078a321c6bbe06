using System.Security.Cryptography;
using System.Text;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A hash of what a dataset source contains, without reading it as crystals.</summary>
internal static class SourceHash
{
    /// <summary>SHA-256 of the source's bytes, or of the phantom's parameters.</summary>
    /// <exception cref="DiagnosticException">
    /// The source does not exist, cannot be read, or is too large, which its length tells before it is read.
    /// </exception>
    public static string Of(Experiment experiment, InputLimits limits) => Of(experiment, experiment.Dataset, "dataset", limits);

    /// <summary>The same of the candidates of an experiment that has some.</summary>
    /// <exception cref="DiagnosticException">As for <see cref="Of(Experiment, InputLimits)"/>.</exception>
    public static string OfCandidates(Experiment experiment, InputLimits limits) =>
        Of(experiment, experiment.Candidates!.Crystals.Dataset, $"{CandidatesReader.Key}.dataset", limits);

    private static string Of(Experiment experiment, DatasetSource source, string place, InputLimits limits)
    {
        try
        {
            if (source is DatasetSource.Phantom phantom) return phantom.Settings.Key;
            var path = source.Location!;
            if (DatasetReader.CheckSize(path, limits) is { } problem) throw DatasetLoader.Unusable(experiment, [problem]);
            if (!Path.Exists(path)) throw new FileNotFoundException($"There is no file or folder '{path}'.");
            return Of(path, limits) ?? throw DatasetLoader.Unusable(experiment, [DatasetReader.TooLarge(path, limits)]);
        }
        catch (InputLimitException e)
        {
            throw new DiagnosticException([
                new(
                    DiagnosticSeverity.Error, DiagnosticCodes.DatasetTooLarge, experiment.Locations.Of(place), place, e.Message),
            ]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var (key, path) = ($"{place}.{source.Key}", source.Location ?? "");
            throw new DiagnosticException([
                new(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.DatasetNotFound,
                    experiment.Locations.Of(key),
                    key,
                    $"The dataset cannot be read: {e.Message}{Nearby(path)} Paths are relative to the experiment file."),
            ]);
        }
    }

    private static string Nearby(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path), Path.GetFileName(path));
        if (!Directory.Exists(folder) || Path.Exists(path))
            return "";
        var nearest = Suggestion.Nearest(
            name,
            Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    /// <summary>The hash of a file; null where it has no end within the limit, as a device has none.</summary>
    private static string? OfFile(string path, InputLimits limits)
    {
        using var stream = InputFile.OpenRead(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (long read = 0; read <= limits.MostFileBytes;)
        {
            var count = stream.Read(buffer);
            if (count == 0) return Convert.ToHexStringLower(hash.GetHashAndReset());
            hash.AppendData(buffer, 0, count);
            read += count;
        }

        return null;
    }

    /// <summary>The hash of all files of a source; null where it is one that has no end.</summary>
    private static string? Of(string path, InputLimits limits)
    {
        var files = SourceFiles.Of(path, limits).ToArray();
        if (files is [var one] && one == path) return OfFile(path, limits);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            var content = !File.Exists(file) ? "missing"
                : DatasetReader.CheckSize(file, limits) is null ? OfFile(file, limits) ?? "without end"
                : $"{new FileInfo(file).Length} bytes, too large";
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(file)}\n{content}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
