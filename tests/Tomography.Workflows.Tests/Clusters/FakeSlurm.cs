using System.Globalization;
using System.Runtime.InteropServices;

namespace Tomography.Workflows.Tests;

/// <summary>
/// The commands of Slurm as shell scripts, first on the path as long as it lives: tasks run on this machine, as many at a time as there
/// are. A task that is killed counts as lost with its node and is started again. Files of its folder make it slow, lie and the like.
/// </summary>
internal sealed class FakeSlurm : IDisposable
{
    private const string Header = "#!/bin/bash\nfake=$(cd \"$(dirname \"$0\")\" && pwd)\n";

    private static readonly (string Name, string Text)[] Commands =
    [
        ("sbatch", """
            if [ -e $fake/refuses ]; then echo 'sbatch: error: Invalid account' >&2; exit 1; fi
            script=${@: -1}
            job=$(( $(cat $fake/last 2>/dev/null || echo 1000) + 1000 )); echo $job > $fake/last
            last=$(sed -n 's/^#SBATCH --array=0-\([0-9]*\)%.*/\1/p' "$script")
            for i in $(seq 0 $last); do
              echo PENDING > $fake/state.$job.$i
              setsid $fake/task $job $i "$script" $last > /dev/null 2>&1 < /dev/null &
            done
            echo 'Welcome to the cluster'; echo "$job;cluster"
            """),
        ("task", """
            job=$1; i=$2; script=$3; last=$4; id=$((job + 1 + i)); restarts=0
            # The last task has the id of the array.
            if [ $i = $last ]; then id=$job; fi
            out=$(sed -n 's/^#SBATCH --output="\(.*\)"$/\1/p' "$script"); out=${out//%a/$i}
            say() { echo $1 > $fake/state.$job.$i.new; mv $fake/state.$job.$i.new $fake/state.$job.$i; }
            export SLURM_ARRAY_JOB_ID=$job SLURM_ARRAY_TASK_ID=$i SLURM_JOB_ID=$id
            export SLURM_CPUS_PER_TASK=$(sed -n 's/^#SBATCH --cpus-per-task=//p' "$script")
            while true; do
              if [ -e $fake/cancelled.$job ]; then say CANCELLED; break; fi
              if [ -e $fake/holds ]; then sleep 0.1; continue; fi
              SLURM_RESTART_COUNT=$restarts bash "$script" >> "$out" 2>&1 &
              pid=$!; echo $pid > $fake/pid.${job}_$i; say RUNNING
              wait $pid; code=$?
              rm $fake/pid.${job}_$i
              restarts=$((restarts + 1)); say PENDING
              if [ -e $fake/requeue.${job}_$i ]; then rm $fake/requeue.${job}_$i; continue; fi
              if [ $code = 137 ] && [ ! -e $fake/loses ]; then continue; fi
              if [ $code = 137 ]; then say OUT_OF_MEMORY; elif [ $code = 0 ]; then say COMPLETED; else say FAILED; fi
              break
            done
            """),
        // A name without a task means the whole array.
        ("scontrol", """
            case $2 in *_*) touch $fake/requeue.$2; kill -TERM $(cat $fake/pid.$2);; *) echo "$2 has tasks that wait" >&2; exit 1;; esac
            """),
        ("scancel", """
            touch $fake/cancelled.$1
            for file in $fake/pid.*; do kill -TERM $(cat $file 2>/dev/null) 2>/dev/null; done; true
            """),
        ("squeue", """
            if [ -e $fake/slow ]; then sleep 60; fi
            if [ -e $fake/lies ]; then for i in 0 1 2 3; do echo "$i|RUNNING|None"; done; exit 0; fi
            for file in $fake/state.$4.*; do
              case $(cat $file) in PENDING) echo "${file##*.}|PENDING|Priority";; RUNNING) echo "${file##*.}|RUNNING|None";; esac
            done
            """),
        ("sacct", """
            if [ -e $fake/slow ]; then sleep 60; fi
            if [ -e $fake/no-accounting ]; then echo 'Slurm accounting storage is disabled' >&2; exit 1; fi
            for file in $fake/state.$5.*; do
              if [ -e $fake/lies ]; then echo "$5_${file##*.}|NODE_FAIL"; else echo "$5_${file##*.}|$(cat $file)"; fi
            done
            """),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    public FakeSlurm()
    {
        foreach (var (name, text) in Commands)
        {
            var file = _folder.Write(name, Header + text + "\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        }

        Environment.SetEnvironmentVariable("PATH", $"{_folder.Root}:{_path}");
    }

    /// <summary>Makes it be so: <c>slow</c>, <c>lies</c>, <c>no-accounting</c>, <c>refuses</c>, <c>holds</c>, <c>loses</c>.</summary>
    public void Be(string how) => _folder.Write(how, "");

    /// <summary>Makes it be so no more.</summary>
    public void BeNoMore(string how) => File.Delete(_folder.PathOf(how));

    /// <summary>Process ids of the tasks that run.</summary>
    public int[] Running() =>
    [
        .. Directory.EnumerateFiles(_folder.Root, "pid.*").Select(Text)
            .Where(t => t.Length > 0).Select(t => int.Parse(t, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Whether tasks of the last array wait or run.</summary>
    public bool IsBusy() => Directory.EnumerateFiles(_folder.Root, "state.*").Any(f => Text(f) is "PENDING" or "RUNNING" or "");

    /// <summary>Sends a task a signal.</summary>
    public static void Signal(int process, int signal) => _ = Kill(process, signal);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        // Tasks end with their shells, which look for the folder.
        foreach (var job in Directory.EnumerateFiles(_folder.Root, "state.*").Select(f => Path.GetFileName(f).Split('.')[1]).Distinct())
            _folder.Write($"cancelled.{job}", "");
        foreach (var process in Running()) Signal(process, 9);
        for (var i = 0; i < 100 && IsBusy(); i++) Thread.Sleep(20);
        _folder.Dispose();
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);
}
