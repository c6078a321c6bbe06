using System.Diagnostics;

namespace Tomography.Store.Tests;

/// <summary>A job is trained by one process at a time; the jobs of one process never block each other.</summary>
public sealed class Claims : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly StoreFolders _folders;

    public Claims() => _folders = new(_folder.Root);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_claim_is_held_by_one_process_and_free_when_it_is_given_back()
    {
        var (one, other) = (Process(), Process());
        using (one.TryTake(Key("aaa")).ShouldNotBeNull())
        {
            other.TryTake(Key("aaa")).ShouldBeNull();
            other.TryTake(Key("bbb")).ShouldNotBeNull().Dispose();
        }

        other.TryTake(Key("aaa")).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void Jobs_of_one_process_whose_keys_begin_alike_are_claimed_together()
    {
        var (one, other) = (Process(), Process());
        var first = one.TryTake(Key("abc", '1')).ShouldNotBeNull();
        var second = one.TryTake(Key("abc", '2')).ShouldNotBeNull();
        other.TryTake(Key("abc", '3')).ShouldBeNull("the file is that of all keys that begin alike");
        first.Dispose();
        other.TryTake(Key("abc", '1')).ShouldBeNull("the second job is still claimed");
        second.Dispose();
        other.TryTake(Key("abc", '1')).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void A_claim_that_is_given_back_twice_gives_back_no_other()
    {
        var (one, other) = (Process(), Process());
        var first = one.TryTake(Key("abc", '1')).ShouldNotBeNull();
        using var second = one.TryTake(Key("abc", '2')).ShouldNotBeNull();
        first.Dispose();
        first.Dispose();
        other.TryTake(Key("abc", '2')).ShouldBeNull();
    }

    [Fact]
    public void A_claim_of_workers_on_many_machines_is_seen_where_their_locks_do_not_reach()
    {
        var one = Spread();
        var first = one.TryTake(Key("abc")).ShouldNotBeNull();
        // A machine that sees none of the locks of this one.
        var other = Elsewhere();
        other.TryTake(Key("abc")).ShouldBeNull("its owner is on another machine, and may live");
        first.Dispose();
        other.TryTake(Key("abc")).ShouldNotBeNull().Dispose();
        Directory.GetFiles(_folders.Claims, "*.lease").ShouldBeEmpty();
    }

    [Fact]
    public void A_lease_that_another_machine_has_taken_over_is_not_given_back_by_its_first_owner()
    {
        var first = Spread().TryTake(Key("abc")).ShouldNotBeNull();
        var lease = Path.Combine(_folders.Claims, Key("abc").Value + ".lease");
        File.WriteAllText(lease, "othermachine 1 0 0");
        first.Dispose();
        File.ReadAllText(lease).ShouldBe("othermachine 1 0 0");
    }

    [Fact]
    public void A_job_that_is_done_stays_claimed_for_machines_that_may_not_see_its_result_yet()
    {
        var time = new SimulatedClock();
        var one = new JobClaims(_folders, TimeSpan.FromSeconds(10), areSpread: true, Site("one", time));
        var other = new JobClaims(_folders, TimeSpan.FromSeconds(10), areSpread: true, Site("other", time));
        one.TryTake(Key("abc")).ShouldNotBeNull().GiveBackDone();
        for (var seconds = 0; seconds <= 60; seconds += 20)
        {
            time.GoTo(TimeSpan.FromSeconds(seconds));
            other.TryTake(Key("abc")).ShouldBeNull($"{seconds} s later");
        }

        time.GoTo(TimeSpan.FromSeconds(80));
        other.TryTake(Key("abc")).ShouldNotBeNull().Dispose();
        one.TryTake(Key("abc")).ShouldNotBeNull().Dispose();
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(2, 30)]
    public void The_lease_of_a_job_that_is_done_is_written_only_where_it_would_be_taken_over_else(int interval, int times)
    {
        var time = new SimulatedClock();
        var claims = new JobClaims(_folders, TimeSpan.FromSeconds(interval), areSpread: true, Site("one", time));
        claims.TryTake(Key("abc")).ShouldNotBeNull().GiveBackDone();
        var texts = new HashSet<string>();
        for (var seconds = 0; seconds <= 60; seconds++)
        {
            time.GoTo(TimeSpan.FromSeconds(seconds));
            texts.Add(File.ReadAllText(Directory.GetFiles(_folders.Claims, "*.lease").ShouldHaveSingleItem()));
        }

        (texts.Count - 1).ShouldBe(times);
    }

    [Fact]
    public void The_lease_of_a_worker_that_died_on_this_machine_is_taken_over_at_once_by_whoever_has_its_lock()
    {
        Directory.CreateDirectory(_folders.Claims);
        File.WriteAllText(Path.Combine(_folders.Claims, Key("abc").Value + ".lease"), $"{Environment.MachineName} 1 0 0");
        Spread().TryLease(Key("abc")).ShouldBeNull("without the lock nobody knows");
        Spread().TryTake(Key("abc")).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void Leases_that_were_left_behind_are_swept_after_a_day_and_living_ones_stay()
    {
        using var living = Spread().TryTake(Key("abc"));
        var old = _folder.Write("claims/old.lease", "othermachine 1 0 0");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow - TimeSpan.FromHours(25));
        JobClaims.Sweep(_folders, TimeProvider.System);
        Directory.GetFiles(_folders.Claims, "*.lease").ShouldHaveSingleItem().ShouldEndWith(Key("abc").Value + ".lease");
    }

    private JobClaims Spread() => new(_folders, TimeSpan.FromMinutes(1), areSpread: true);

    private JobClaims Elsewhere() => new(_folders, TimeSpan.FromMinutes(1), areSpread: true, Site("other", TimeProvider.System));

    private ClaimSite Site(string machine, TimeProvider clock) => new(machine, _folder.PathOf(machine), clock);

    [Fact]
    public void Whoever_takes_and_gives_back_at_the_same_time_as_others_holds_what_it_holds()
    {
        var files = new LockFiles(_folders.Claims);
        var other = new LockFiles(_folders.Claims);
        Parallel.For(0, 500, _ =>
        {
            files.TryTake("abc").ShouldBeTrue();
            files.GiveBack("abc");
        });
        other.TryTake("abc").ShouldBeTrue("all were given back");
        files.TryTake("abc").ShouldBeFalse();
        other.GiveBack("abc");
    }

    [Fact]
    public void A_living_lease_is_left_alone_and_one_without_a_sign_of_life_is_taken_over()
    {
        Directory.CreateDirectory(_folders.Claims);
        var key = Key("aaa");
        var path = Path.Combine(_folders.Claims, key.Value + ".lease");
        var owner = new JobClaims(_folders, TimeSpan.FromMilliseconds(5));
        using (owner.TryLease(key).ShouldNotBeNull())
        {
            // Signs of life come far more often than this one gives up.
            var patient = new JobClaims(_folders, TimeSpan.FromSeconds(1));
            var first = Text();
            Until(() => patient.TryLease(key) is null && Text() is { Length: > 0 } text && text != first);
        }

        File.Exists(path).ShouldBeFalse("it is given back");
        File.WriteAllText(path, "a process that was killed");
        IDisposable? taken = null;
        var watcher = new JobClaims(_folders, TimeSpan.FromMilliseconds(5));
        watcher.TryLease(key).ShouldBeNull("it may still live");
        Until(() => (taken = watcher.TryLease(key)) is not null);
        taken!.Dispose();

        string Text()
        {
            const FileShare All = FileShare.ReadWrite | FileShare.Delete;
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, All));
            return reader.ReadToEnd();
        }
    }

    private static JobKey Key(string start, char rest = '0') => new(start + new string(rest, 64 - start.Length));

    /// <summary>The claims of a process: a file that is open is locked for all who open it another time, within a process too.</summary>
    private JobClaims Process() => new(_folders, TimeSpan.FromSeconds(2));

    private static void Until(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        SpinWait.SpinUntil(condition, Longest).ShouldBeTrue($"not so after {watch.Elapsed}");
    }
}
