using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>A fact that needs pymatgen, ASE and the shared data, and is skipped, visibly, where one of them is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OtherProgramsFactAttribute : FactAttribute
{
    private static readonly string[] s_packages = ["pymatgen", "ase"];

    public OtherProgramsFactAttribute()
    {
        if (SharedData.Folder is null) Skip = "Needs the shared data folder (../shared/data or TOMOGRAPHY_TEST_DATA).";
        else if (!s_packages.All(p => Directory.Exists(Path.Combine("/usr/lib/python3/dist-packages", p))))
            Skip = "Needs pymatgen and ASE (apt-get install python3-pymatgen python3-ase).";
    }
}
