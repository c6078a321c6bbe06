using Xunit;

namespace Tomography.Testing;

/// <summary>A fact that needs the shared data folder and is skipped, visibly, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>Skips the test where the data is absent.</summary>
    public SharedDataFactAttribute()
    {
        if (SharedData.Folder is null) Skip = "Needs the shared data folder (../shared/data or TOMOGRAPHY_TEST_DATA).";
    }
}
