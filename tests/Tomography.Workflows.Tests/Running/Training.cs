using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>A study is trained by worker processes, once.</summary>
[Collection(nameof(ProcessTests))]
public sealed class Training : IDisposable
{
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task All_jobs_are_trained_and_then_none()
    {
        var plan = _shop.Plan();
        var first = await _shop.Run(plan);
        first.Failures.ShouldBeEmpty();
        (first.Planned, first.AlreadyDone, first.Trained, first.Cancelled).ShouldBe((6, 0, 6, false));
        _shop.Workers().Length.ShouldBe(1);
        _shop.NoWorkerIsLeft();

        var numbers = _shop.Numbers(plan);
        numbers.Values.ShouldBeUnique();
        var second = await _shop.Run(plan);
        (second.AlreadyDone, second.Trained).ShouldBe((6, 0));
        _shop.Workers().Length.ShouldBe(1);
        _shop.Numbers(plan).ShouldBe(numbers);
        _shop.Observer.ToldAtOnce.ShouldBeFalse();

        var start = _shop.Observer.Starts.ShouldHaveSingleItem("the second run had nothing to begin");
        (start.Planned, start.ToTrain, start.Time, start.Store).ShouldBe((6, 6, null, _shop.Store));
        start.Devices.ShouldBe(["1 CPU core"]);
        File.Delete(new StoreFolders(_shop.Store).ResultOf(plan.Jobs[0].Key));
        await _shop.Run(plan);
        var again = _shop.Observer.Starts.Last();
        (again.Planned, again.ToTrain).ShouldBe((6, 1));
        again.Time.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1), "by the five that are there");
    }

    [Fact]
    public async Task Results_carry_their_fingerprint_history_and_origin()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        var job = plan.Jobs[1];
        var result = _shop.Results.Read(job.Key, damage => damage.ShouldBeNull()).ShouldNotBeNull();
        new Fingerprint(result.Fingerprint).Key().ShouldBe(job.Key);
        result.History.Select(h => h.Epoch).ShouldBe([1, 2]);
        var score = result.Scores.ShouldHaveSingleItem();
        score.Target.ShouldBe(job.Spec.Targets.Single!.Value);
        score.ValidationMae.ShouldBe(result.History.Min(h => h.ValidationMae));
        score.TestMae.ShouldBeGreaterThan(0);
        result.Provenance.Finished.ShouldBeGreaterThanOrEqualTo(result.Provenance.Started);
    }

    [Fact]
    public async Task Two_workers_give_the_numbers_of_one()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan, workers: 1);
        var numbers = _shop.Numbers(plan);
        Directory.Delete(Path.Combine(_shop.Store, "results"), recursive: true);
        (await _shop.Run(plan, workers: 2)).Trained.ShouldBe(6);
        _shop.Workers().Length.ShouldBe(3);
        _shop.Numbers(plan).ShouldBe(numbers);
    }

    [Fact]
    public async Task A_job_that_diverges_fails_alone()
    {
        var plan = _shop.Plan();
        var diverging = _shop.Plan(
            ("batch-size: 16", "batch-size: 16, learning-rate: 1000, weight-decay: 1000"),
            ("epochs: 2", "epochs: 40"),
            ("[volume, is-hubbard]", "[]"),
            ("[1, 2]", "[1]"));
        var summary = await TrainStage.RunAsync([diverging, plan], _shop.Store, _shop.Options(1), _shop.Observer, _shop.Limit);
        summary.Trained.ShouldBe(6);
        var failure = summary.Failures.ShouldHaveSingleItem();
        failure.Key.ShouldBe(diverging.Jobs[0].Key);
        failure.Reason.ShouldContain("Training diverged in epoch");
        File.ReadAllText(failure.LogPath).ShouldContain("TrainingDivergedException");
        _shop.Observer.Failures.ShouldHaveSingleItem().ShouldBe(failure);
        _shop.Workers().Length.ShouldBe(1);

        // Failed is not done: the next run tries again.
        (await _shop.Run(diverging)).Failures.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Results_that_are_there_make_a_study()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        File.Delete(Path.Combine(_shop.Store, "results", plan.Jobs[0].Key.Value[..2], plan.Jobs[0].Key.Value + ".json"));
        var damaged = Path.Combine(_shop.Store, "results", plan.Jobs[1].Key.Value[..2], plan.Jobs[1].Key.Value + ".json");
        File.WriteAllText(damaged, "");
        var told = new List<string>();
        var study = StudyAssembly.Collect(plan, plan.Variants[0], _shop.Results, told.Add);
        told.ShouldHaveSingleItem().ShouldContain(plan.Jobs[1].Key.Short);
        study.Scores.Select(s => s.Key).ShouldBe(plan.Jobs.Skip(2).Select(j => j.Key.Value));
        var (score, job) = (study.Scores[0], plan.Jobs[2]);
        (score.Model, score.Target).ShouldBe((job.Spec, job.Spec.Targets[0]));
        score.TestMae.ShouldBe(_shop.Results.Read(job.Key, _ => { })!.Scores[0].TestMae);
        study.Targets.Select(t => t.Name).ShouldBe(plan.Targets);
        study.Features.ShouldBe(plan.Features);
        study.Models.ShouldBe(plan.Jobs.Select(j => j.Spec));

        // The damaged one counts as not done, and is trained again with the missing one.
        (await _shop.Run(plan)).Trained.ShouldBe(2);
    }

    [Fact]
    public async Task A_damaged_result_is_told_and_trained_again_at_once()
    {
        var plan = _shop.Plan();
        await _shop.Run(plan);
        var numbers = _shop.Numbers(plan);
        var path = Path.Combine(_shop.Store, "results", plan.Jobs[1].Key.Value[..2], plan.Jobs[1].Key.Value + ".json");
        File.WriteAllText(path, File.ReadAllText(path)[..100]);
        var summary = await _shop.Run(plan);
        (summary.AlreadyDone, summary.Trained).ShouldBe((5, 1));
        var told = _shop.Observer.Diagnostics.ShouldHaveSingleItem();
        (told.Severity, told.Code).ShouldBe((DiagnosticSeverity.Warning, DiagnosticCodes.StoreDamaged));
        told.Message.ShouldContain(plan.Jobs[1].Key.Short);
        _shop.Numbers(plan).ShouldBe(numbers);
    }
}
