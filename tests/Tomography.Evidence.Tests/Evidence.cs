using System.Globalization;

namespace Tomography.Evidence.Tests;

/// <summary>How much evidence is asked for: <c>TOMOGRAPHY_EVIDENCE</c> is a number of draws; without it a few, for every change.</summary>
internal static class Evidence
{
    /// <summary>Whether so many draws are asked for that rates can be told.</summary>
    public static bool IsLong => Asked is >= 100;

    /// <summary>How many draws.</summary>
    public static int Draws(int otherwise) => Asked ?? otherwise;

    private static int? Asked =>
        int.TryParse(Environment.GetEnvironmentVariable("TOMOGRAPHY_EVIDENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var draws)
            ? draws : null;
}
