using System.Globalization;

namespace Tomography.Store.Tests;

/// <summary>
/// Machines that share a store, but no locks: each trains what of a plan it sees no result of and can claim, while some vanish, and some
/// do nothing for a while. Time is simulated, claims are the real ones.
/// </summary>
public sealed class ClaimsOfManyMachines : IDisposable
{
    private const int Models = 300, Machines = 10;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_model_in_a_hundred_at_most_is_trained_twice_though_machines_share_no_locks(int seed) =>
        Twice(seed, remembersDone: true).ShouldBeLessThanOrEqualTo(Models / 100);

    [Fact]
    public void Machines_that_forgot_what_they_had_trained_at_once_would_train_more_twice() =>
        Twice(seed: 1, remembersDone: false).ShouldBeGreaterThan(Models / 100);

    /// <summary>How many trainings ended with a result that was there already.</summary>
    private int Twice(int seed, bool remembersDone)
    {
        var folders = new StoreFolders(_folder.Root);
        var random = new Random(seed);
        var (time, now, next) = (new SimulatedClock(), TimeSpan.Zero, 0);
        JobKey[] plan = [.. Enumerable.Range(0, Models).Select(_ => new JobKey(Convert.ToHexStringLower(Bytes(random))))];
        var results = new HashSet<JobKey>();
        var (twice, vanished, hung) = (0, 0, 0);
        var machines = Enumerable.Range(0, Machines).Select(i => Start(i * Models / Machines)).ToList();
        while (results.Count < Models)
        {
            var machine = machines.MinBy(m => m.Free)!;
            now = machine.Free;
            time.GoTo(now);
            machine.Clock.IsStill = false;
            if (machine.Training is { } trained)
            {
                if (!results.Add(trained.Key)) twice++;
                machine.Knows(trained.Key);
                if (remembersDone) trained.Claim.GiveBackDone();
                else trained.Claim.Dispose();
                machine.Training = null;
            }

            // What it saw of the plan before it came to a model it may remember.
            if (machine.Place % Models == 0)
                foreach (var key in plan) machine.Sees(key, results, now);
            var wanted = plan[machine.Place++ % Models];
            machine.Free = now + TimeSpan.FromMilliseconds(random.Next(1, 20));
            if (machine.Sees(wanted, results, now) || machine.Claims.TryTake(wanted) is not { } claim) continue;
            if (machine.Sees(wanted, results, now))
            {
                claim.Dispose();
                continue;
            }

            machine.Training = (wanted, claim);
            machine.Free = now + TimeSpan.FromSeconds(random.Next(2, 30));
            if (results.Count > vanished * 30 + 15 && vanished < 8)
            {
                // It is gone with all that it held, and another one comes.
                vanished++;
                machine.Clock.IsStill = true;
                machines[machines.IndexOf(machine)] = Start(random.Next(Models));
            }
            else if (results.Count > hung * 100 + 50 && hung < 2)
            {
                hung++;
                machine.Clock.IsStill = true;
                machine.Free += TimeSpan.FromMinutes(20);
            }
        }

        (vanished, hung).ShouldBe((8, 2));
        return twice;

        SimulatedMachine Start(int place)
        {
            var name = (next++).ToString("'node'000", CultureInfo.InvariantCulture);
            var machine = new SimulatedMachine(folders, name, time) { Place = place, Free = now + TimeSpan.FromMilliseconds(next) };
            foreach (var key in plan) machine.Sees(key, results, now);
            return machine;
        }
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return bytes;
    }
}
