using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>
/// Models that are trained in step have the results that they have alone; what ends their worker costs only some of them.
/// </summary>
[Collection(nameof(ProcessTests))]
public sealed class TrainingCohorts : IDisposable
{
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Cohorts_of_four_in_this_process_give_the_results_of_processes_that_train_one_by_one()
    {
        var plan = _shop.Plan(("targets: [density]", "targets: [density, volume]"));
        using var alone = new Workshop();
        var same = alone.Plan(("targets: [density]", "targets: [density, volume]"));
        (await alone.Run(same)).Trained.ShouldBe(12);

        var together = new List<int>();
        var device = new WrappedDevice("in step", bank => new WrappedBank(bank, (models, _) => together.Add(models)));
        var summary = await Train(plan, new(device, cohortSize: 4));
        (summary.Planned, summary.Trained, summary.Failures.Length).ShouldBe((12, 12, 0));
        _shop.Numbers(plan).ShouldBe(alone.Numbers(same));
        _shop.Kept(plan).ShouldBe(alone.Kept(same), "predictions, latent vectors and weights, to the bit");
        // Six models per seed: four in step, then the two that are left, two epochs each.
        together.ShouldBe([4, 4, 2, 2, 4, 4, 2, 2]);
        _shop.Results.Read(plan.Jobs[0].Key, _ => { })!.Provenance.Device.ShouldBe("in step");
        (await Train(plan, new(device, cohortSize: 4))).AlreadyDone.ShouldBe(12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_worker_that_dies_in_the_middle_of_a_cohort_takes_an_attempt_of_the_models_that_were_not_done(int retries)
    {
        var plan = _shop.Plan(("[1, 2]", $"[1]\nretries: {retries}"), ("targets: [density]", "targets: [density, volume]"));
        var tests = 0;
        var device = new WrappedDevice("dying", bank => new WrappedBank(bank, onTest: () =>
        {
            // The third model of the first cohort finds no memory for its test.
#pragma warning disable MA0012 // it is reserved for this: a worker that finds no memory
            if (++tests == 3) throw new InsufficientMemoryException("No memory is left.");
#pragma warning restore MA0012
        }));
        var workers = new InProcessWorkers(device, cohortSize: 4);
        var summary = await Train(plan, workers);
        JobKey[] lost = [plan.Jobs[2].Key, plan.Jobs[3].Key];
        (summary.Trained, summary.Failures.Length).ShouldBe(retries == 0 ? (4, 2) : (6, 0));
        var told = retries == 0 ? _shop.Observer.Failures : _shop.Observer.Retries;
        told.Select(f => (f.Key, f.Attempts, f.Reason)).ShouldBe(lost.Select(key => (key, 1, "The worker ended: No memory is left.")));
        workers.Started.ShouldBe(2);

        using var undisturbed = new Workshop();
        var same = undisturbed.Plan(("[1, 2]", "[1]"), ("targets: [density]", "targets: [density, volume]"));
        await undisturbed.Run(same);
        foreach (var job in plan.Jobs.Where(j => _shop.Results.Contains(j.Key)))
            _shop.Results.Read(job.Key, _ => { })!.Scores.ShouldBe(undisturbed.Results.Read(job.Key, _ => { })!.Scores);
    }

    [Fact]
    public async Task A_stopped_cohort_leaves_a_checkpoint_of_each_model_and_goes_on_to_the_same_bits_in_other_cohorts()
    {
        (string, string)[] longer = [("epochs: 2", "epochs: 60"), ("[1, 2]", "[1]")];
        var plan = _shop.Plan(longer);
        using var undisturbed = new Workshop();
        var same = undisturbed.Plan(longer);
        await undisturbed.Run(same);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_shop.Limit);
        var epochs = 0;
        var device = new WrappedDevice("stopped", bank => new WrappedBank(bank, (models, isStopped) =>
        {
            if (++epochs != 20) return;
            _ = stop.CancelAsync();
            SpinWait.SpinUntil(isStopped, TimeSpan.FromMinutes(1)).ShouldBeTrue("the worker hears of it");
        }));
        var stopped = await Train(plan, new(device, cohortSize: 3), stop.Token);
        (stopped.Cancelled, stopped.Trained, stopped.Failures.Length).ShouldBe((true, 0, 0));
        var checkpoints = new CheckpointStore(new(_shop.Store));
        plan.Jobs.ShouldAllBe(j => checkpoints.Contains(j.Key));

        (await Train(plan, new(new CpuDevice(), cohortSize: 2))).Trained.ShouldBe(3);
        _shop.Numbers(plan).ShouldBe(undisturbed.Numbers(same));
        foreach (var job in plan.Jobs)
            (_shop.Results.Read(job.Key, _ => { })!.Provenance.Resumed, checkpoints.Contains(job.Key)).ShouldBe((true, false));
    }

    [Fact]
    public async Task What_two_experiments_want_kept_of_one_model_is_all_kept()
    {
        var none = _shop.Plan(("seeds:", "keep: { weights: none }\nseeds:"));
        var all = _shop.Plan(("seeds:", "keep: { weights: all }\nseeds:"));
        all.Jobs.Select(j => j.Key).ShouldBe(none.Jobs.Select(j => j.Key), "what is kept changes no key");
        var summary = await TrainStage.RunAsync(
            [none, all], _shop.Store, _shop.Options(1, new InProcessWorkers(new CpuDevice(), 4)), _shop.Observer, _shop.Limit);
        (summary.Planned, summary.Trained).ShouldBe((6, 6));
        var weights = new WeightStore(new(_shop.Store));
        foreach (var job in all.Jobs) weights.AreWhole(job.Key, _ => { }).ShouldBeTrue(job.Title);
    }

    [Theory]
    [InlineData(Kept.Predictions)]
    [InlineData(Kept.Weights)]
    [InlineData(Kept.Latents)]
    public async Task A_job_that_lost_something_beside_its_result_is_trained_again_to_the_same_bits(Kept lost)
    {
        var plan = _shop.Plan(("[1, 2]", "[1]"));
        var workers = new InProcessWorkers(new CpuDevice(), 4);
        await Train(plan, workers);
        var (numbers, kept) = (_shop.Numbers(plan), _shop.Kept(plan));
        var folders = new StoreFolders(_shop.Store);
        var folder = lost switch { Kept.Predictions => folders.Predictions, Kept.Weights => folders.Weights, _ => folders.Latents };
        var path = Path.Combine(folder, plan.Jobs[0].Key.Value[..2], plan.Jobs[0].Key.Value + ".bin");
        File.Delete(path);
        (await Train(plan, workers)).Trained.ShouldBe(1, "deleted");
        _shop.Observer.Diagnostics.ShouldBeEmpty("a file that is not there is no damage");

        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        (await Train(plan, workers)).Trained.ShouldBe(1, "damaged");
        _shop.Observer.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain(path);
        _shop.Numbers(plan).ShouldBe(numbers);
        _shop.Kept(plan).ShouldBe(kept);
    }

    private Task<RunSummary> Train(Plan plan, InProcessWorkers workers, CancellationToken? cancellation = null) =>
        TrainStage.RunAsync([plan], _shop.Store, _shop.Options(1, workers), _shop.Observer, cancellation ?? _shop.Limit);
}
