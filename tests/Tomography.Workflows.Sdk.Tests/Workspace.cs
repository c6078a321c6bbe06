using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Shouldly;
using Tomography.Testing;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>
/// A throw-away workflow: experiment files, output and store of its own, built by the real <c>dotnet build</c> of the checkout's sweep.
/// </summary>
public sealed partial class Workspace : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly TemporaryFolder _folder = new();

    public string Output => _folder.PathOf("out");

    public string Store => _folder.PathOf("store");

    public string Root => _folder.Root;

    public string PathOf(params string[] parts) => _folder.PathOf(parts);

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>A study small enough to train in a second or two.</summary>
    public string WriteExperiment(
        string name = "small",
        string seeds = "[1, 2]",
        string features = "[number-of-sites]",
        int epochs = 2,
        string more = ""
    ) =>
        Write(
            name + ".experiment.yaml",
            $$"""
            experiment: {{name}}
            dataset:
              phantom: { materials: 40, seed: 7 }
            targets: [density, volume]
            features: {{features}}
            seeds: {{seeds}}
            model: { convolutions: 1, atom-features: 8, hidden: 8 }
            training: { epochs: {{epochs}}, batch-size: 16 }
            {{more}}
            """
        );

    /// <summary>Builds the sweep with an experiment.</summary>
    public BuildOutput Build(string experiment, params string[] arguments)
    {
        using var build = Start(experiment, arguments);
        return build.Finish(Limit);
    }

    /// <summary>Starts a build, to be interrupted or watched.</summary>
    public RunningBuild Start(string experiment, params string[] arguments) => StartWith([], experiment, arguments);

    /// <summary>Starts a build with environment variables, each as <c>NAME=value</c>.</summary>
    public RunningBuild StartWith(string[] environment, string experiment, params string[] arguments) =>
        new([.. environment, "dotnet", .. Arguments(experiment, arguments)], Root);

    /// <summary>Runs a shell script with mounts of its own; <c>$build</c> in it is the command of a build.</summary>
    public BuildOutput WithMounts(string experiment, string script)
    {
        var build = "dotnet " + string.Join(' ', Arguments(experiment, []).Select(a => $"'{a}'"));
        using var run = new RunningBuild(["unshare", "-rm", "/bin/sh", "-c", script.Replace("$build", build)], Root);
        return run.Finish(Limit);
    }

    /// <summary>All numbers of all results of the store, to the bit.</summary>
    public Dictionary<string, string> Numbers()
    {
        var store = new ResultStore(Store);
        return store.Keys().ToDictionary(k => k.Value, k =>
        {
            var result = store.Read(k, damage => damage.ShouldBeNull()).ShouldNotBeNull();
            var numbers = result.Scores.SelectMany(s => new[] { s.TestMae, s.ConstantMae, s.ValidationMae })
                .Concat(result.History.SelectMany(h => new[] { h.TrainLoss, h.ValidationMae }));
            return $"{result.Scores[0].BestEpoch} {string.Join(' ', numbers.Select(BitConverter.DoubleToInt64Bits))}";
        });
    }

    private string[] Arguments(string experiment, string[] more)
    {
        BuiltTools.Require();
        return
        [
            "build",
            Repository.PathOf("workflows", "sweep.proj"),
            $"-p:Experiment={experiment}",
            $"-p:TomographyOutput={Output}",
            $"-p:TomographyStore={Store}",
            .. more,
        ];
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A build that is under way.</summary>
    public sealed partial class RunningBuild : IDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _text = new();

        public RunningBuild(string[] arguments, string folder)
        {
            // A test run in the background inherits ignored interrupts, one under nohup ignored hang-ups; env gives the build those of a
            // terminal back.
            var start = new ProcessStartInfo("setsid", ["env", "--default-signal=INT,HUP,TERM", .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            // What the test host and its build left in the environment must not reach the build under test.
            foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
                start.Environment.Remove(name);
            _process = Process.Start(start)!;
            _process.OutputDataReceived += (_, e) => Append(e.Data);
            _process.ErrorDataReceived += (_, e) => Append(e.Data);
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        public string Text
        {
            get
            {
                lock (_text) return _text.ToString();
            }
        }

        public int ProcessId => _process.Id;

        public bool HasExited => _process.HasExited;

        /// <summary>Its workers: a build runs its tasks itself.</summary>
        public int[] Children() => ProcessTree.ChildrenOf(_process.Id);

        /// <summary>To the build and all that it started, which are a group of their own.</summary>
        public void SignalGroup(int signal) => ProcessTree.SignalGroup(_process.Id, signal);

        public void Signal(int signal) => Kill(_process.Id, signal);

        public BuildOutput Finish(TimeSpan limit)
        {
            if (!_process.WaitForExit(limit))
            {
                _process.Kill(entireProcessTree: true);
                throw new TimeoutException("The build did not end:" + Environment.NewLine + Text);
            }

            _process.WaitForExit();
            return new(_process.ExitCode, Text);
        }

        public void Dispose() => _process.Dispose();

        private void Append(string? line)
        {
            if (line is null) return;
            lock (_text) _text.AppendLine(line);
        }

        [DllImport("libc", EntryPoint = "kill")]
        private static extern int Kill(int processId, int signal);
    }
}
