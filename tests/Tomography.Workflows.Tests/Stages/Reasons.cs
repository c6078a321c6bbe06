using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Tomography.Workflows.Tests;

/// <summary>Why a job would be trained: the difference to the nearest job of the store.</summary>
public sealed class Reasons
{
    private static readonly Plan Plan = Plans.Of(Plans.Small);
    private static readonly JobFingerprints Fingerprints = new(Plan);

    [Fact]
    public void Parts_that_follow_from_others_are_not_told()
    {
        var (one, other) = (Fingerprints.Of(Plan.Jobs[0]), Fingerprints.Of(Plan.Jobs[2]));
        FingerprintDifference
            .Of(one.Parts, other.Parts)
            .Select(d => d.ToString())
            .ShouldBe(["features: (none) -> is-hubbard"], "another feature has other values");
        var composition = Plan.Jobs.First(j =>
            j.Spec.Representation == Tomography.Crystals.Representation.Composition
            && j.Spec.IsBaseline
            && j.Spec.Seed == 1
            && j.Spec.Targets.ToString() == "density");
        FingerprintDifference
            .Of(one.Parts, Fingerprints.Of(composition).Parts)
            .Select(d => d.ToString())
            .ShouldBe(["representation: structure -> composition"]);
    }

    [Fact]
    public void Other_values_of_one_property_are_told() =>
        FingerprintDifference
            .Of([new("target", "a"), new("target.values", "1")], [new("target", "a"), new("target.values", "2")])
            .ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("target.values are others (1 -> 2)");

    [Fact]
    public void Where_the_crystals_change_the_nearest_job_is_the_same_one_over_the_crystals_of_before()
    {
        var stored = Plan.Jobs.Select(j => new StoredJob(j.Key, j.Title, 5, 1, Fingerprints.Of(j).Parts)).ToArray();
        var nearest = new NearestJobs(stored);
        foreach (var job in stored)
        {
            var other = job.Fingerprint.Select(p =>
                p.Name is "dataset.crystals" || p.Name.EndsWith(".values", StringComparison.Ordinal) ? p with { Value = p.Value + "0" } : p
            );
            nearest.Of(new JobKey(new string('0', 64)), new([.. other])).ShouldNotBeNull().Key.ShouldBe(job.Key);
        }
    }

    /// <summary>
    /// Against a plain search: over random halves of a sweep with a matrix, the nearest job differs in no more parts than any other.
    /// </summary>
    [Fact]
    public void The_nearest_job_is_as_near_as_any_that_differs_in_up_to_two_things()
    {
        var plan = Plans.Of(Plans.Small + "\nmatrix: { training.epochs: [5, 6], graph.neighbours: [4, 12], model.hidden: [8, 9] }");
        var fingerprints = new JobFingerprints(plan);
        StoredJob[] all = [.. plan.Jobs.DistinctBy(j => j.Key).Select(j => new StoredJob(j.Key, j.Title, 5, 1, fingerprints.Of(j).Parts))];
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            var random = new Random(seed);
            StoredJob[] stored = [.. all.Where(_ => random.Next(4) == 0)];
            var wanted = all[random.Next(all.Length)];
            var found = new NearestJobs(stored).Of(wanted.Key, new(wanted.Fingerprint));
            var least = stored.Where(s => s.Key != wanted.Key).Select(s => Differences(s, wanted)).DefaultIfEmpty(-1).Min();
            if (found is null) return least == -1;
            // Beyond two of a job's own things the search takes any job of the nearest settings.
            return Differences(found, wanted) == least || least > 2;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Time_is_estimated_from_jobs_of_the_same_representation_and_crystals()
    {
        var structure = Plan.Jobs[0];
        var time = new TimeEstimate([new(structure.Key, "", 100, 50, Fingerprints.Of(structure).Parts)]);
        time.Of(Fingerprints.Of(Plan.Jobs[1])).ShouldBe(250, "half a second for each of 500 epochs");
        time.Of(Fingerprints.Of(Plan.Jobs.First(j => j.Spec.Representation == Tomography.Crystals.Representation.Composition)))
            .ShouldBeNull();
    }

    [Fact]
    public void Time_is_estimated_for_each_kind_of_device_by_itself()
    {
        var parts = Fingerprints.Of(Plan.Jobs[0]).Parts;
        StoredJob Job(double seconds, string device) => new(Plan.Jobs[0].Key, "", 100, seconds, parts, device);
        var time = new TimeEstimate([Job(1, "cuda"), Job(50, "cpu"), Job(2, "cuda"), Job(3, "cuda"), Job(60, "cpu")]);
        time.Devices.ShouldBe(["cpu", "cuda"]);
        time.Of([new(parts), new(parts)], "cpu").ShouldBe(TimeSpan.FromSeconds(600));
        time.Of([new(parts), new(parts)], "cuda").ShouldBe(TimeSpan.FromSeconds(20));
        var run = new DryRun(9, [ToDo(), ToDo()], [new("cpu", TimeSpan.FromSeconds(600)), new("cuda", TimeSpan.FromSeconds(20))]);
        var lines = DryRunStage.Describe(run, 5).ToArray();
        lines.ShouldContain("  About 5 min 0 s with 5 workers, from the times of like jobs in the store.");
        lines.ShouldContain("  About 20 s on one GPU (cuda), from the times of like jobs in the store.");

        static ToDo ToDo() => new(Plan.Jobs[0].Key, "", "", null, null, [], false, null);
    }

    [Theory]
    [InlineData("cpu, 16 lanes", "cpu")]
    [InlineData("cuda:0, NVIDIA H100 80GB HBM3", "cuda")]
    public void On_what_a_stored_result_was_trained_is_read_from_its_end(string name, string kind)
    {
        using var folder = new TemporaryFolder();
        var result = Samples.Result();
        var epochs = Enumerable.Range(1, 2000).Select(e => new Learning.EpochRecord(e, 1.0 / e, 2.0 / e));
        var many = result with { History = [.. epochs], Provenance = result.Provenance with { Device = name } };
        new ResultStore(folder.Root).Write(many);
        StoredJobs.ReadAll(new(folder.Root)).ShouldHaveSingleItem().Device.ShouldBe(kind);
    }

    [Fact]
    public void What_a_stored_result_depends_on_is_read_from_its_head()
    {
        using var folder = new TemporaryFolder();
        var result = Samples.Result();
        new ResultStore(folder.Root).Write(result);
        var stored = StoredJobs.ReadAll(new(folder.Root)).ShouldHaveSingleItem();
        (stored.Key, stored.Title, stored.Epochs, stored.Seconds).ShouldBe((result.Key, result.Title, result.Epochs, result.Seconds));
        stored.Fingerprint.ShouldBe(result.Fingerprint);
        File.WriteAllText(Samples.PathOf(folder, result), "{ \"checksum\": 7");
        StoredJobs.ReadAll(new(folder.Root)).ShouldBeEmpty();
    }

    private static int Differences(StoredJob one, StoredJob other) => FingerprintDifference.Of(one.Fingerprint, other.Fingerprint).Length;
}
