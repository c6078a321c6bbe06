using System.Text;
using Shouldly;

namespace Tomography.Crystals.Tests;

/// <summary>Reads texts as files of a format.</summary>
internal static class ReadOf
{
    public static CrystalEntry[] All(CrystalFormat format, string text, InputLimits? limits = null) =>
        [.. format.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new() { Limits = limits ?? InputLimits.Default })];

    /// <summary>The one crystal of a text, without any problem.</summary>
    public static Crystal Crystal(CrystalFormat format, string text)
    {
        var entry = All(format, text).ShouldHaveSingleItem();
        entry.Problems.ShouldBeEmpty();
        return entry.Crystal.ShouldNotBeNull();
    }

    /// <summary>The first error of a text that gives no crystal.</summary>
    public static CrystalProblem Error(CrystalFormat format, string text, InputLimits? limits = null)
    {
        var entries = All(format, text, limits);
        entries.ShouldAllBe(e => e.Crystal == null);
        return entries[0].Problems.First(p => p.Severity == ProblemSeverity.Error);
    }
}
