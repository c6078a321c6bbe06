namespace Tomography.Store.Tests;

/// <summary>Lines of stored files end in a line feed on every machine, so that a store can be shared, and files compared.</summary>
public sealed class LinesEndAlike : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_stored_file_has_a_carriage_return()
    {
        var folders = new StoreFolders(_folder.Root);
        new ResultStore(_folder.Root).Write(Samples.Result());
        new FailureStore(folders).Write(new("tiny", Samples.Result().Key, "It diverged.", "/log", 2, DateTimeOffset.UnixEpoch));
        var files = Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories);
        files.Length.ShouldBe(2);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            bytes.ShouldContain((byte)'\n');
            bytes.ShouldNotContain((byte)'\r');
        }
    }

    [Fact]
    public void The_options_of_all_stored_JSON_say_so_whatever_the_machine()
    {
        (Json.Indented.NewLine, Json.Line.NewLine).ShouldBe(("\n", "\n"));
        CheckedJson.Layout.NewLine.ShouldBe("\n");
    }
}
