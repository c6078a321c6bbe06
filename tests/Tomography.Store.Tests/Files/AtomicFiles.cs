namespace Tomography.Store.Tests;

/// <summary>A file is there whole or not at all.</summary>
public sealed class AtomicFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_writer_that_throws_leaves_the_old_content_and_nothing_else()
    {
        var path = _folder.PathOf("deep", "file.txt");
        AtomicFile.WriteText(path, "old");
        Should.Throw<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half of the n"u8);
            throw new InvalidOperationException();
        }));
        File.ReadAllText(path).ShouldBe("old");
        Directory.GetFiles(_folder.PathOf("deep")).ShouldBe([path]);
    }

    [Fact]
    public void A_writer_that_throws_makes_no_file()
    {
        var path = _folder.PathOf("file.txt");
        Should.Throw<InvalidOperationException>(() => AtomicFile.Write(path, _ => throw new InvalidOperationException()));
        Directory.GetFiles(_folder.Root).ShouldBeEmpty();
    }

    [Fact]
    public void A_reader_of_the_old_content_is_not_disturbed()
    {
        var path = _folder.PathOf("file.txt");
        AtomicFile.WriteText(path, "old");
        using (var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)))
        {
            AtomicFile.WriteText(path, "new and longer");
            reader.ReadToEnd().ShouldBe("old");
        }

        File.ReadAllBytes(path).ShouldBe("new and longer"u8.ToArray());
    }

    [Fact]
    public void What_a_killed_writer_left_goes_after_a_day_and_nothing_else_does()
    {
        var (left, young, other) = (_folder.Write(".a.json.1.tmp", ""), _folder.Write(".b.json.2.tmp", ""), _folder.Write("c.tmp", ""));
        foreach (var file in new[] { left, other }) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-25));
        AtomicFile.Sweep(_folder.Root, TimeProvider.System);
        Directory.GetFiles(_folder.Root).Order(StringComparer.Ordinal).ShouldBe([young, other]);
        AtomicFile.Sweep(_folder.PathOf("nowhere"), TimeProvider.System);
    }
}
