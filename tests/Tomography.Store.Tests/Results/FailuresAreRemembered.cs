namespace Tomography.Store.Tests;

/// <summary>That a job failed is known until it has a result.</summary>
public sealed class FailuresAreRemembered : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_note_of_a_failure_still_tells_that_there_was_one()
    {
        var folders = new StoreFolders(_folder.Root);
        var key = new JobKey(new string('a', 64));
        var store = new FailureStore(folders);
        store.Write(new("tiny", key, "It diverged.", "/log", 2, DateTimeOffset.UnixEpoch));
        store.Read(key)!.Reason.ShouldBe("It diverged.");
        var note = Directory.GetFiles(folders.Failures).ShouldHaveSingleItem();
        File.WriteAllText(note, File.ReadAllText(note).Replace("diverged", "exploded"));
        store.Read(key)!.Reason.ShouldBe($"The note of its failure, '{note}', is damaged: its checksum does not fit its content.");
    }

    [Fact]
    public void A_failure_that_is_taken_away_is_known_no_more()
    {
        var store = new FailureStore(new(_folder.Root));
        var key = new JobKey(new string('a', 64));
        store.Delete(key);
        store.Write(new("tiny", key, "It diverged.", "/log", 2, DateTimeOffset.UnixEpoch));
        store.Delete(key);
        store.Read(key).ShouldBeNull();
    }
}
