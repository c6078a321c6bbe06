namespace Tomography.Testing;

/// <summary>A fresh folder that is deleted with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("tomography-").FullName;

    /// <summary>Its full path.</summary>
    public string Root { get; }

    /// <summary>Full path of something in it.</summary>
    public string PathOf(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>Writes a text file in it and gives its full path.</summary>
    public string Write(string relative, string text)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);
}
