namespace Tomography.Store.Tests;

/// <summary>A checkpoint is used whole or not at all.</summary>
public sealed class CheckpointsAreKeptWhole : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_no_checkpoint_is_told_and_dropped()
    {
        var folders = new StoreFolders(_folder.Root);
        Directory.CreateDirectory(folders.Checkpoints);
        var path = Path.Combine(folders.Checkpoints, new string('a', 64) + ".bin");
        foreach (var bytes in new byte[][] { [], [1, 2, 3], new byte[31], new byte[32], new byte[5000] })
        {
            File.WriteAllBytes(path, bytes);
            var told = new List<string>();
            new CheckpointStore(folders).Read(new(new string('a', 64)), told.Add).ShouldBeNull();
            told.ShouldHaveSingleItem().ShouldContain("so the job starts anew");
            File.Exists(path).ShouldBeFalse();
        }
    }
}
