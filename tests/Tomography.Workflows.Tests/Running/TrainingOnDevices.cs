using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>GPUs and cores train one study together; what happens to a device costs no model anything, and no bit.</summary>
[Collection(nameof(ProcessTests))]
public sealed class TrainingOnDevices : IDisposable
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(1);
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Several_seeds_side_by_side_have_the_results_that_they_have_alone()
    {
        var plan = _shop.Plan(("targets: [density]", "targets: [density, volume]"));
        var together = new List<int>();
        var summary = await Train(plan, Gpu(20, (models, _) => together.Add(models)));
        (summary.Trained, summary.Failures.Length).ShouldBe((12, 0));
        together.ShouldBe([12, 12], "two seeds of six models, two epochs");
        _shop.Results.Read(plan.Jobs[0].Key, _ => { })!.Provenance.Device.ShouldBe("gpu:0, in step");

        using var alone = new Workshop();
        var same = alone.Plan(("targets: [density]", "targets: [density, volume]"));
        await alone.Run(same);
        _shop.Numbers(plan).ShouldBe(alone.Numbers(same));
        _shop.Kept(plan).ShouldBe(alone.Kept(same));
    }

    [Fact]
    public async Task Models_with_other_materials_are_trained_beside_them_to_the_same_bits()
    {
        var together = new List<int>();
        var plan = Sparse(_shop);
        plan.Jobs.Select(j => j.Spec.Materials).Distinct().Count().ShouldBe(2);
        (await Train(plan, Gpu(20, (models, _) => together.Add(models)))).Trained.ShouldBe(8);
        together.Max().ShouldBe(4, "those of as many crystals at a time");
        using var alone = new Workshop();
        var same = Sparse(alone);
        await alone.Run(same);
        _shop.Numbers(plan).ShouldBe(alone.Numbers(same));

        static Plan Sparse(Workshop shop)
        {
            var table = Tables.Csv(60, null, null, ("hardness", i => i % 3 == 0 ? "" : $"{i}"));
            File.WriteAllText(shop.PathOf("sparse.csv"), table);
            return shop.Plan(
                ("phantom: { materials: 60, seed: 7 }", "csv: sparse.csv"), ("[volume, is-hubbard]", "[is-hubbard, hardness]"));
        }
    }

    [Fact]
    public async Task A_gpu_and_cores_on_one_queue_train_each_model_once()
    {
        (string, string)[] more = [("[1, 2]", "[1, 2, 3, 4, 5, 6, 7, 8]")];
        var plan = _shop.Plan(more);
        var (tests, hasCore) = (0, false);
        var gpu = new WrappedDevice("gpu:0, in step", bank => new WrappedBank(
            bank,
            // It must not be done with everything before a core has begun.
            (_, _) => SpinWait.SpinUntil(() => Volatile.Read(ref hasCore), s_long).ShouldBeTrue(),
            () => Interlocked.Increment(ref tests))) { Id = "gpu:0" };
        var core = new WrappedDevice("cpu, watched", bank => new WrappedBank(
            bank, (_, _) => Volatile.Write(ref hasCore, true), () => Interlocked.Increment(ref tests))) { CohortSize = 1 };
        var summary = await Train(plan, gpu, core, core);
        (summary.Planned, summary.Trained, summary.Failures.Length, tests).ShouldBe((24, 24, 0, 24));
        var devices = plan.Jobs.Select(j => _shop.Results.Read(j.Key, _ => { })!.Provenance.Device).ToArray();
        devices.Distinct().Order(StringComparer.Ordinal).ShouldBe(["cpu, watched", "gpu:0, in step"]);
        devices[0].ShouldBe("gpu:0, in step", "it takes from the front");
        _shop.Observer.Diagnostics.ShouldBeEmpty();

        using var undisturbed = new Workshop();
        var same = undisturbed.Plan(more);
        await undisturbed.Run(same, workers: 2);
        _shop.Numbers(plan).ShouldBe(undisturbed.Numbers(same));
    }

    [Fact]
    public async Task Where_memory_is_short_half_as_many_are_trained_at_a_time_and_it_is_told_once()
    {
        var plan = _shop.Plan(("[1, 2]", "[1, 2, 3, 4]"));
        var together = new List<int>();
        var gpu = new WrappedDevice("gpu:0, small", bank => new WrappedBank(bank, (models, _) => together.Add(models)))
        {
            Id = "gpu:0", CohortSize = 6, Memory = 4,
        };
        var summary = await Train(plan, gpu);
        (summary.Trained, summary.Failures.Length, _shop.Observer.Retries.Count).ShouldBe((12, 0, 0));
        together.ShouldBe([3, 3, 3, 3, 3, 3, 3, 3], "two orders of six, each in two pieces of two epochs");
        var told = _shop.Observer.Diagnostics.ShouldHaveSingleItem();
        (told.Severity, told.Code).ShouldBe((DiagnosticSeverity.Warning, DiagnosticCodes.DeviceMemoryShort));
        told.Message.ShouldBe(
            "gpu:0, small: the memory does not hold 6 models side by side, so 3 are trained at a time: 6 models are asked for, and 4 fit.");
    }

    [Fact]
    public async Task A_model_that_finds_no_memory_even_alone_fails_and_says_so()
    {
        var plan = _shop.Plan(("[1, 2]", "[1]\nretries: 0"));
        var gpu = new WrappedDevice("gpu:0, full", bank => bank) { Id = "gpu:0", Memory = 0 };
        var summary = await Train(plan, gpu);
        (summary.Trained, summary.Failures.Length).ShouldBe((0, 3));
        summary.Failures.ShouldAllBe(f =>
            f.Reason == "gpu:0, full: the memory does not hold this model even alone: 1 models are asked for, and 0 fit.");
        File.ReadAllText(summary.Failures[0].LogPath).ShouldContain("device   gpu:0");
    }

    [Fact]
    public async Task A_gpu_that_fails_in_the_middle_costs_no_attempt_and_a_core_goes_on_from_the_checkpoints()
    {
        (string, string)[] longer = [("epochs: 2", "epochs: 60"), ("seeds:", "retries: 0\nseeds:")];
        var plan = _shop.Plan(longer);
        var checkpoints = new CheckpointStore(new(_shop.Store));
        var gpu = Gpu(20, (_, _) =>
        {
            if (plan.Jobs.All(j => checkpoints.Contains(j.Key))) throw new DeviceFailedException("gpu:0 has fallen off the bus.");
        });
        WorkerSlot[] slots = [FixedSlots.Of(gpu), FixedSlots.Of(new CpuDevice()), FixedSlots.Of(new CpuDevice())];
        var options = Options(slots) with { CheckpointInterval = TimeSpan.FromMilliseconds(1) };
        var summary = await TrainStage.RunAsync([plan], _shop.Store, options, _shop.Observer, _shop.Limit);
        (summary.Trained, summary.Failures.Length, summary.Problems.Length).ShouldBe((6, 0, 0));
        _shop.Observer.Retries.ShouldBeEmpty();
        var told = _shop.Observer.Diagnostics.ShouldHaveSingleItem();
        (told.Severity, told.Code).ShouldBe((DiagnosticSeverity.Warning, DiagnosticCodes.DeviceFailed));
        told.Message.ShouldBe("GPU gpu:0 failed: gpu:0 has fallen off the bus; the work goes on elsewhere, from the checkpoints.");
        foreach (var result in plan.Jobs.Select(j => _shop.Results.Read(j.Key, _ => { })!))
        {
            result.Provenance.Resumed.ShouldBeTrue(result.Title);
            result.Provenance.Device.ShouldStartWith("cpu");
        }

        using var undisturbed = new Workshop();
        var same = undisturbed.Plan(longer);
        await undisturbed.Run(same);
        _shop.Numbers(plan).ShouldBe(undisturbed.Numbers(same));
    }

    [Fact]
    public async Task Where_the_only_device_fails_the_run_says_so_and_the_next_goes_on()
    {
        var plan = _shop.Plan(("seeds:", "retries: 0\nseeds:"));
        var gpu = Gpu(4, (_, _) => throw new DeviceFailedException("gpu:0 does not answer."));
        var summary = await Train(plan, gpu);
        (summary.Trained, summary.Failures.Length).ShouldBe((0, 0));
        var problem = summary.Problems.ShouldHaveSingleItem();
        (problem.Severity, problem.Code).ShouldBe((DiagnosticSeverity.Error, DiagnosticCodes.DeviceFailed));
        problem.Message.ShouldBe(
            "GPU gpu:0 failed: gpu:0 does not answer; no other device trains, so 6 jobs are left. The same command goes on from the "
                + "checkpoints.");
        _shop.Observer.Diagnostics.ShouldBeEmpty();
        (await Train(plan, Gpu(4))).Trained.ShouldBe(6);
    }

    [Fact]
    public async Task A_gpu_on_which_three_workers_in_a_row_die_is_given_up_and_the_cores_do_the_rest()
    {
        var plan = _shop.Plan(("[1, 2]", "[1, 2, 3, 4]"), ("seeds:", "retries: 5\nseeds:"));
#pragma warning disable MA0012 // it is reserved for this: what ends a worker
        var gpu = FixedSlots.Of(Gpu(2, (_, _) => throw new InsufficientMemoryException("The driver ended the process.")));
#pragma warning restore MA0012
        // Cores begin when the GPU has been given up.
        var core = new WrappedDevice("cpu, watched", bank => new WrappedBank(bank, (_, _) =>
            SpinWait.SpinUntil(() => !_shop.Observer.Diagnostics.IsEmpty, s_long).ShouldBeTrue())) { CohortSize = 1 };
        var summary = await TrainOn(plan, gpu, FixedSlots.Of(core));
        (summary.Trained, summary.Failures.Length, summary.Problems.Length).ShouldBe((12, 0, 0));
        ((InProcessWorkers)gpu.Source).Started.ShouldBe(3);
        var told = _shop.Observer.Diagnostics.ShouldHaveSingleItem();
        (told.Severity, told.Code).ShouldBe((DiagnosticSeverity.Warning, DiagnosticCodes.DeviceFailed));
        told.Message.ShouldStartWith("GPU gpu:0 failed: 3 training processes in a row died there, the last one so: The worker ended");
        foreach (var job in plan.Jobs) _shop.Results.Read(job.Key, _ => { })!.Provenance.Device.ShouldBe("cpu, watched");
    }

    [Fact]
    public async Task A_device_that_was_asked_for_in_vain_ends_the_run_before_it_begins_but_not_where_nothing_is_to_be_done()
    {
        var plan = _shop.Plan();
        var options = new RunOptions(
            new DeviceSlots(_shop.Worker, _shop.Logs, DeviceChoice.Parse("cuda:7")!, null, 2), _shop.Logs, TimeSpan.FromSeconds(1));
        var summary = await TrainStage.RunAsync([plan], _shop.Store, options, _shop.Observer, _shop.Limit);
        (summary.Planned, summary.Trained).ShouldBe((6, 0));
        summary.Problems.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.DeviceNotThere);
        await _shop.Run(plan);
        var started = _shop.Workers().Length;
        summary = await TrainStage.RunAsync([plan], _shop.Store, options, _shop.Observer, _shop.Limit);
        (summary.AlreadyDone, summary.Problems.Length).ShouldBe((6, 0));
        _shop.Workers().Length.ShouldBe(started, "nobody was asked");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Models_that_a_device_does_not_train_are_left_to_the_cpu_which_is_said(bool trainsClasses)
    {
        var gpu = new WrappedDevice("gpu:0, in step", bank => bank)
        {
            // Those of several targets stand in one cohort with those of a class.
            Id = "gpu:0", CohortSize = 20, Limit = trainsClasses ? task => task.Joined.IsEmpty : null,
        };
        var plan = _shop.Plan(("seeds: [1, 2]", "seeds: [1, 2]\ntogether: [[density, volume, is-hubbard]]"));
        (await Train(plan, gpu)).Failures.ShouldBeEmpty();
        _shop.Observer.Diagnostics.ShouldContain(d => d.Severity == DiagnosticSeverity.Warning
            && d.Message.Contains("gpu:0, in step does not train models like ")
            && d.Message.Contains(": the CPU does, one at a time."));
        foreach (var job in plan.Jobs)
        {
            var isOfGpu = !job.Spec.IsJoint && (trainsClasses || job.Spec.Targets.Single!.Value.Value != "is-hubbard");
            _shop.Results.Read(job.Key, _ => { })!.Provenance.Device.StartsWith("gpu:0").ShouldBe(isOfGpu, job.Title);
        }

        using var alone = new Workshop();
        var same = alone.Plan(("seeds: [1, 2]", "seeds: [1, 2]\ntogether: [[density, volume, is-hubbard]]"));
        await alone.Run(same);
        _shop.Numbers(plan).ShouldBe(alone.Numbers(same));
        _shop.Kept(plan).ShouldBe(alone.Kept(same));
    }

    private static WrappedDevice Gpu(int size, Action<int, Func<bool>>? onTrain = null) =>
        new("gpu:0, in step", bank => new WrappedBank(bank, onTrain)) { Id = "gpu:0", CohortSize = size };

    private Task<RunSummary> Train(Plan plan, params IComputeDevice[] devices) => TrainOn(plan, [.. devices.Select(FixedSlots.Of)]);

    private Task<RunSummary> TrainOn(Plan plan, params WorkerSlot[] slots) =>
        TrainStage.RunAsync([plan], _shop.Store, Options(slots), _shop.Observer, _shop.Limit);

    private RunOptions Options(WorkerSlot[] slots) => _shop.Options(1) with { Slots = new FixedSlots(slots) };
}
