using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>Looks at processes and kills them.</summary>
internal static class ProcessTree
{
    private const int SigKill = 9;

    /// <summary>The processes that a process started.</summary>
    public static int[] ChildrenOf(int parent) =>
        [
            .. Process
                .GetProcesses()
                .Select(p => p.Id)
                .Where(id => Fields(id) is { Length: > 3 } fields && fields[2] == parent.ToString(CultureInfo.InvariantCulture)),
        ];

    public static bool Runs(int id) => Fields(id) is { Length: > 3 } fields && fields[1] != "Z";

    /// <summary>Processor time that a process has used, in seconds.</summary>
    public static double Seconds(int id) =>
        Fields(id) is { Length: > 13 } fields
            ? (double.Parse(fields[12], CultureInfo.InvariantCulture) + double.Parse(fields[13], CultureInfo.InvariantCulture)) / 100
            : 0;

    /// <summary>Sends a signal to all processes of a group.</summary>
    public static void SignalGroup(int leader, int signal) => _ = Signal(-leader, signal);

    public static void Kill(int id) => _ = Signal(id, SigKill); // fails only where the process is gone

    private static string[] Fields(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // the process ended between listing and reading
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int processId, int signal);
}
