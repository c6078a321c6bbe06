using System.Globalization;

namespace Tomography.Evidence.Tests;

/// <summary>How much evidence is asked for: <c>TOMOGRAPHY_EVIDENCE</c> is a number of draws; without it a few, for every change.</summary>
internal static class Evidence
{
    /// <summary>Whether so many draws are asked for that rates can be told.</summary>
    public static bool IsLong => Asked is >= 100;

    /// <summary>How many draws.</summary>
    public static int Draws(int otherwise) => Asked ?? otherwise;

    /// <summary>
    /// Where trained models are kept, so that a run that was stopped goes on where it was: <c>TOMOGRAPHY_EVIDENCE_STORE</c>; null for a
    /// store of its own that is emptied.
    /// </summary>
    public static string? Store => Environment.GetEnvironmentVariable("TOMOGRAPHY_EVIDENCE_STORE") is { Length: > 0 } store ? store : null;

    private static int? Asked =>
        Environment.GetEnvironmentVariable("TOMOGRAPHY_EVIDENCE") is { Length: > 0 } draws
            ? int.Parse(draws, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
