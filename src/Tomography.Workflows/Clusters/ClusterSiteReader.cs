using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tomography.Crystals;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads the file that describes a cluster: a checked <see cref="ClusterSite"/>, or all of its problems.</summary>
public static partial class ClusterSiteReader
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>Options that the script sets itself, each with what to write instead.</summary>
    private static readonly ImmutableArray<(string Option, string Instead)> Own =
    [
        ("--array", "write 'tasks' and 'at-once'"), ("-a", "write 'tasks' and 'at-once'"),
        ("--time", "write 'time'"), ("-t", "write 'time'"),
        ("--signal", "the worker needs its own"), ("--requeue", "it is there already"), ("--no-requeue", "write 'requeues: 0'"),
        ("--output", "logs lie in the store, where -t:Status finds them"), ("-o", "logs lie in the store, where -t:Status finds them"),
        ("--open-mode", "the worker needs its own"), ("--cpus-per-task", "write 'cpus'"), ("-c", "write 'cpus'"),
        ("--ntasks", "each task of the array is one worker"), ("-n", "each task of the array is one worker"),
        ("--nodes", "each task of the array has one node"), ("-N", "each task of the array has one node"),
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="DiagnosticException">It does not exist, cannot be read, or is wrong.</exception>
    public static ClusterSite ReadFile(string path)
    {
        try
        {
            return Read(InputFile.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var message = File.Exists(path)
                ? $"The file that describes the cluster cannot be read: {e.Message}"
                : $"There is no file '{path}' that describes a cluster.";
            throw new DiagnosticException([new(DiagnosticSeverity.Error, DiagnosticCodes.SiteNotFound, new(path), "", message)]);
        }
    }

    /// <summary>Reads text as if it stood in a file.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="path">Full path of the file; the template's path is relative to its folder.</param>
    /// <exception cref="DiagnosticException">It is wrong.</exception>
    public static ClusterSite Read(string yaml, string path)
    {
        var reading = new YamlReading(path, ExperimentLimits.Default) { What = "a cluster's site", FirstLine = "tasks: 20" };
        var site = YamlTree.Read(reading, yaml) is { } root ? Read(reading, new YamlSection(reading, "", root), path) : null;
        return site is not null && reading.Diagnostics.Count == 0
            ? site
            : throw new DiagnosticException([.. reading.Diagnostics.OrderBy(d => d.Location.Line).ThenBy(d => d.Location.Column)]);
    }

    private static ClusterSite Read(YamlReading reading, YamlSection top, string path)
    {
        if (!top.Has("tasks")) top.Missing("tasks", "tasks: 20");
        var tasks = top.Whole("tasks", 1, 1, 10_000);
        var atOnce = top.Whole("at-once", tasks, 1, 10_000);
        var time = Time(top);
        var (cpus, gpus) = (top.Whole("cpus", 1, 1, 1024), top.Whole("gpus", 0, 0, 1));
        var site = new ClusterSite(path, tasks, atOnce, time)
        {
            Cpus = cpus,
            Gpus = gpus,
            GpuType = Word(top, "gpu-type"),
            Memory = Memory(top),
            Partition = Word(top, "partition"),
            Account = Word(top, "account"),
            Constraint = Word(top, "constraint"),
            Requeues = top.Whole("requeues", 20, 0, 1000),
            Modules = Lines(reading, top, "modules"),
            Sbatch = Lines(reading, top, "sbatch", OptionProblem),
            Setup = Lines(reading, top, "setup"),
            Template = top.Text("template") is { } template ? Path.GetFullPath(template, Path.GetDirectoryName(path)!) : "",
        };
        if (gpus == 0 && site.GpuType.Length > 0)
            top.Error(DiagnosticCodes.Conflict, "gpu-type", "'gpu-type' says which GPU, and 'gpus' is 0: add 'gpus: 1', or leave it out.");
        if (site.Template.Length > 0 && !File.Exists(site.Template))
            top.Error(DiagnosticCodes.SiteNotFound, "template", $"There is no template '{site.Template}'.");
        top.Finish();
        return site;
    }

    private static TimeSpan Time(YamlSection top)
    {
        if (!top.Has("time"))
        {
            top.Missing("time", "time: 02:00:00");
            return Shortest;
        }

        if (top.Text("time") is not { } text) return Shortest;
        if (SlurmTime.Read(text) is not { } time)
        {
            top.Error(
                DiagnosticCodes.WrongForm, "time",
                $"'time' must be hours:minutes:seconds like 02:00:00, or days-hours:minutes:seconds, not '{YamlReading.Shown(text)}'.");
            return Shortest;
        }

        if (time < Shortest)
            top.Error(DiagnosticCodes.OutOfRange, "time", $"'time' must be at least 00:01:00, not {YamlReading.Shown(text)}.");
        return time;
    }

    private static string Memory(YamlSection top)
    {
        var text = top.Text("memory") ?? "";
        if (text.Length > 0 && !MemoryForm().IsMatch(text))
            top.Error(
                DiagnosticCodes.WrongForm, "memory",
                $"'memory' must be a whole number with K, M, G or T like 8G, not '{YamlReading.Shown(text)}'.");
        return text;
    }

    /// <summary>A value of an option in the script: what would end the line or the option is told.</summary>
    private static string Word(YamlSection top, string key)
    {
        var text = top.Text(key) ?? "";
        if (text.Length > 0 && !OptionForm().IsMatch(text))
            top.Error(
                DiagnosticCodes.WrongForm, key, $"'{key}' must be one word without spaces and quotes, not '{YamlReading.Shown(text)}'.");
        return text;
    }

    private static ImmutableArray<string> Lines(YamlReading reading, YamlSection top, string key, Func<string, string?>? check = null) =>
    [
        .. (top.List<string>(key, (string text, Mark mark, string path, out string value) =>
        {
            value = text.TrimEnd();
            var problem = value.AsSpan().IndexOfAny('\n', '\r') >= 0 ? "must be one line" : check?.Invoke(value);
            if (problem is null) return true;
            reading.Error(DiagnosticCodes.WrongForm, mark, path, $"'{path}' {problem}.");
            return false;
        }, mayBeEmpty: true) ?? []).Select(l => l.Value),
    ];

    private static string? OptionProblem(string line)
    {
        if (!line.StartsWith('-')) return $"must be an option of sbatch like '--qos=long', not '{YamlReading.Shown(line)}'";
        var name = line.Split(' ', '=')[0];
        return Own.Where(o => o.Option == name).Select(o => $"sets '{name}', which the script sets itself: {o.Instead}").FirstOrDefault();
    }

    [GeneratedRegex(@"^[0-9]{1,9}[KMGT]\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MemoryForm();

    [GeneratedRegex(@"^[^\s""'\\\p{C}]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OptionForm();
}
