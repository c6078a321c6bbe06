namespace Tomography.Testing;

/// <summary>Real crystals for tests: beside the project, or where TOMOGRAPHY_TEST_DATA points; absent on most machines.</summary>
public static class SharedData
{
    /// <summary>The data folder, or null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Full path of a file of the data folder.</summary>
    public static string PathOf(string relative) =>
        Path.Combine(
            Folder ?? throw new InvalidOperationException("The shared data folder is absent; guard the test with SharedDataFact."),
            relative);

    private static string? Find()
    {
        var stated = Environment.GetEnvironmentVariable("TOMOGRAPHY_TEST_DATA");
        if (!string.IsNullOrEmpty(stated)) return Directory.Exists(stated) ? stated : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Tomography.Workflows.sln"))) continue;
            var data = Path.Combine(folder.Parent?.FullName ?? "", "shared", "data");
            return Directory.Exists(data) ? data : null;
        }

        return null;
    }
}
