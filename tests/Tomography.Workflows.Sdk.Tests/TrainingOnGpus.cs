using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>
/// Real builds whose workers find a driver of NVIDIA, though its cards are emulated: all that a build does with GPUs but their speed.
/// </summary>
public sealed class TrainingOnGpus(EmulatedGpus gpus) : IClassFixture<EmulatedGpus>, IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [NativeCompilerFact]
    public void Models_of_all_seeds_train_on_the_card_with_the_bits_of_the_cpu_and_results_name_it()
    {
        var build = Build([], "-p:TomographyDevice=cuda", "-p:TomographyWorkers=1").ShouldSucceed();
        build.Jobs.ShouldBe((16, 0, 16, 0));
        Devices().ShouldBe(["cuda:0, Emulated GPU"]);
        ShouldHaveTheNumbersOfTheCpu();
        Build([], "-t:Validate").Text.ShouldContain("Devices: cuda:0 (Emulated GPU)");
    }

    [NativeCompilerFact]
    public void Models_of_several_targets_train_on_the_card_too_and_measure_the_same()
    {
        const string Together = "together: [[density, is-hubbard]]";
        var experiment = _workspace.WriteExperiment(seeds: "[1]", features: "[]", epochs: 8, more: Together);
        using (var build = _workspace.StartWith([Library], experiment, "-p:TomographyDevice=cuda"))
            build.Finish(s_limit).ShouldSucceed().Text.ShouldNotContain("does not train");
        Devices().ShouldBe(["cuda:0, Emulated GPU"]);

        using var cpu = new Workspace();
        cpu.Build(cpu.WriteExperiment(seeds: "[1]", features: "[]", epochs: 8, more: Together), "-p:TomographyDevice=cpu").ShouldSucceed();
        _workspace.Numbers().OrderBy(n => n.Key).ShouldBe(cpu.Numbers().OrderBy(n => n.Key));
        Measures(_workspace).ShouldBe(Measures(cpu));

        static string Measures(Workspace workspace) => File.ReadAllText(Path.Combine(workspace.Output, "small", "joint-gradients.csv"));
    }

    [NativeCompilerFact]
    public void Cards_and_cores_work_on_one_study_and_each_model_is_trained_once()
    {
        var build = Build(["EMULATED_CUDA_DEVICES=2"], "-p:TomographyDevice=cuda+cpu", "-p:TomographyWorkers=1").ShouldSucceed();
        build.Jobs.ShouldBe((16, 0, 16, 0));
        Devices().ShouldContain("cuda:0, Emulated GPU");
        ShouldHaveTheNumbersOfTheCpu();
    }

    [NativeCompilerFact]
    public void A_card_that_fails_in_mid_training_is_told_and_the_cores_finish_what_it_had()
    {
        var build = Build(["EMULATED_CUDA_FAIL=150"], "-p:TomographyDevice=auto").ShouldSucceed();
        build.Text.ShouldContain("warning TOMO3012: ");
        build.Text.ShouldContain("cuda:0");
        build.Text.ShouldContain("unspecified launch failure");
        build.Jobs.ShouldBe((16, 0, 16, 0));
        Devices().ShouldContain(d => d.StartsWith("cpu", StringComparison.Ordinal));
        ShouldHaveTheNumbersOfTheCpu();
    }

    [NativeCompilerFact]
    public void Where_the_only_card_fails_the_build_says_so_and_the_next_goes_on_from_what_is_there()
    {
        var build = Build(["EMULATED_CUDA_FAIL=150"], "-p:TomographyDevice=cuda");
        build.ExitCode.ShouldBe(1);
        build.Text.ShouldContain("error TOMO3012: ");
        Build([], "-p:TomographyDevice=auto").ShouldSucceed();
        ShouldHaveTheNumbersOfTheCpu();
    }

    [NativeCompilerFact]
    public void A_card_with_little_memory_trains_some_models_at_a_time()
    {
        var build = Build(["EMULATED_CUDA_MEMORY=2000000"], "-p:TomographyDevice=cuda").ShouldSucceed();
        build.Jobs.ShouldBe((16, 0, 16, 0));
        ShouldHaveTheNumbersOfTheCpu();
    }

    [NativeCompilerFact]
    public void A_card_whose_memory_others_take_trains_half_as_many_and_says_so()
    {
        var build = Build(["EMULATED_CUDA_MEMORY=2200000", "EMULATED_CUDA_TAKEN=1200000"], "-p:TomographyDevice=cuda").ShouldSucceed();
        build.Text.ShouldContain("warning TOMO3013: ");
        build.Text.ShouldContain(" more are not there; ");
        build.Jobs.ShouldBe((16, 0, 16, 0));
        ShouldHaveTheNumbersOfTheCpu();
    }

    [NativeCompilerFact]
    public void A_card_that_holds_not_even_one_model_fails_them_in_plain_words()
    {
        var build = Build(["EMULATED_CUDA_MEMORY=20000"], "-p:TomographyDevice=cuda");
        build.ExitCode.ShouldBe(1);
        build.Text.ShouldContain("the memory does not hold this model even alone");
        build.Jobs.Trained.ShouldBe(0);
    }

    [NativeCompilerFact]
    public void A_card_asked_for_in_vain_is_an_error_that_says_what_the_driver_says()
    {
        var old = Build(["EMULATED_CUDA_DRIVER=10020"], "-p:TomographyDevice=cuda");
        old.ExitCode.ShouldBe(1);
        old.Text.ShouldContain("error TOMO3011: ");
        old.Text.ShouldContain("the driver of NVIDIA is too old: it knows CUDA 10.2, 11.0 or later is needed");
        Build(["EMULATED_CUDA_MAJOR=6"], "-p:TomographyDevice=cuda:0").Text.ShouldContain("its compute capability is 6.0");
        Build(["EMULATED_CUDA_DEVICES=0"], "-p:TomographyDevice=cuda").Text.ShouldContain("shows no GPU (see CUDA_VISIBLE_DEVICES)");
        Build(["EMULATED_CUDA_FULL=1"], "-p:TomographyDevice=cuda").Text.ShouldContain("its memory is full");
        // Where it was not asked for, the cores do the work without a word.
        var auto = Build(["EMULATED_CUDA_DRIVER=8000"], "-p:TomographyDevice=auto").ShouldSucceed();
        auto.Jobs.ShouldBe((16, 0, 16, 0));
        auto.Text.ShouldNotContain("too old");
    }

    [NativeCompilerFact]
    public void A_build_that_is_killed_on_a_card_goes_on_on_the_cpu_from_its_checkpoints()
    {
        var experiment = _workspace.WriteExperiment("long", seeds: "[1]", epochs: 400);
        string[] often = ["-p:TomographyDevice=cuda", "-p:TomographyCheckpointSeconds=1"];
        using (var build = _workspace.StartWith([Library], experiment, often))
        {
            var checkpoints = _workspace.PathOf("store", "checkpoints");
            while (!build.HasExited && !HasFiles(checkpoints)) Thread.Yield();
            build.HasExited.ShouldBeFalse(build.Text);
            build.SignalGroup(9);
        }

        var rest = _workspace.Build(experiment, "-p:TomographyDevice=cpu").ShouldSucceed();
        rest.Jobs.Failed.ShouldBe(0);
        var store = new ResultStore(_workspace.Store);
        store.Keys().Select(k => store.Read(k, damage => damage.ShouldBeNull())!.Provenance.Resumed).ShouldContain(true);
        using var other = new Workspace();
        other.Build(other.WriteExperiment("long", seeds: "[1]", epochs: 400), "-p:TomographyDevice=cpu").ShouldSucceed();
        _workspace.Numbers().OrderBy(n => n.Key).ShouldBe(other.Numbers().OrderBy(n => n.Key));
    }

    private static bool HasFiles(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any();

    private string Library => $"LD_LIBRARY_PATH={gpus.Driver.Folder}";

    private BuildOutput Build(string[] environment, params string[] arguments)
    {
        using var build = _workspace.StartWith([Library, .. environment], _workspace.WriteExperiment(), arguments);
        return build.Finish(s_limit);
    }

    private string[] Devices()
    {
        var store = new ResultStore(_workspace.Store);
        return [.. store.Keys().Select(k => store.Read(k, damage => damage.ShouldBeNull())!.Provenance.Device).Distinct().Order()];
    }

    private void ShouldHaveTheNumbersOfTheCpu() =>
        _workspace.Numbers().OrderBy(n => n.Key).ShouldBe(gpus.NumbersOfTheCpu.OrderBy(n => n.Key));
}
