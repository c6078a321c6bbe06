using System.Collections.Immutable;
using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Tomography.Workflows;

/// <summary>The script of an array, from a template that users may replace.</summary>
internal static class BatchScript
{
    /// <summary>The name of the template that is shipped.</summary>
    public const string Shipped = "slurm.sbn-sh";

    /// <summary>Stands for the number of a task: no path has it.</summary>
    private const string Index = "\0";

    /// <summary>Renders the script; lines end in LF.</summary>
    /// <param name="template">Full path of the template.</param>
    /// <param name="site">What the cluster wants to know.</param>
    /// <param name="array">The array.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="command">The words that start a task.</param>
    /// <exception cref="DiagnosticException">The template cannot be read, or is not valid.</exception>
    public static string Render(
        string template, ClusterSite site, SubmittedArray array, ArrayFolder folder, ImmutableArray<string> command)
    {
        var values = new ScriptObject
        {
            ["sbatch"] = Options(site, array, folder),
            ["modules"] = site.Modules.Select(Quoted).ToArray(),
            ["setup"] = site.Setup.ToArray(),
            ["command"] = string.Join(' ', command.Select(Quoted)),
        };
        try
        {
            var parsed = Template.Parse(File.ReadAllText(template), template);
            if (parsed.HasErrors) throw Invalid(parsed.Messages.First(m => m.Type == ParserMessageType.Error));
            var context = new TemplateContext { StrictVariables = true, EnableRelaxedMemberAccess = false };
            context.PushGlobal(values);
            return parsed.Render(context).ReplaceLineEndings("\n");
        }
        catch (ScriptRuntimeException e)
        {
            throw At(e.Span, e.OriginalMessage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException([Problem(new(template), $"The template of the script cannot be read: {e.Message}")]);
        }
    }

    /// <summary>The options of sbatch, in the order of the script; free ones last.</summary>
    private static string[] Options(ClusterSite site, SubmittedArray array, ArrayFolder folder)
    {
        var name = "tomography-" + string.Join('+', array.Experiments);
        var gpu = site.GpuType.Length > 0 ? $"gpu:{site.GpuType}" : "gpu";
        // In file names of Slurm a percent sign begins a sign of its own.
        var logs = folder.LogOf(Index).Replace("%", "%%", StringComparison.Ordinal).Replace(Index, "%a", StringComparison.Ordinal);
        return
        [
            $"--job-name={(name.Length > 60 ? name[..60] : name)}",
            Whole($"--array=0-{array.Tasks - 1}%{array.AtOnce}"),
            "--nodes=1",
            "--ntasks=1",
            Whole($"--cpus-per-task={site.Cpus}"),
            .. Given("--gres=", site.Gpus > 0 ? Whole($"{gpu}:{site.Gpus}") : ""),
            $"--time={SlurmTime.Show(site.Limit)}",
            .. Given("--partition=", site.Partition),
            .. Given("--account=", site.Account),
            .. Given("--mem=", site.Memory),
            .. Given("--constraint=", site.Constraint),
            // It may come back: after a node failed, when a more urgent job took its place, and of its own will at the limit.
            site.Requeues > 0 ? "--requeue" : "--no-requeue",
            Whole($"--signal=B:USR1@{(int)array.Lead.TotalSeconds}"),
            "--open-mode=append",
            $"--output=\"{logs}\"",
            .. site.Sbatch,
        ];
    }

    private static ImmutableArray<string> Given(string option, string value) => value.Length == 0 ? [] : [$"{option}\"{value}\""];

    private static string Whole(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string word) =>
        word.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '+' or ':') && word.Length > 0
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static DiagnosticException Invalid(LogMessage message) => At(message.Span, message.Message);

    private static DiagnosticException At(SourceSpan span, string message) => new(
        [Problem(new(span.FileName, span.Start.Line + 1, span.Start.Column + 1), message.TrimEnd('.') + ".")]);

    private static Diagnostic Problem(SourceLocation place, string message) =>
        new(DiagnosticSeverity.Error, DiagnosticCodes.TemplatesUnusable, place, "", message);
}
