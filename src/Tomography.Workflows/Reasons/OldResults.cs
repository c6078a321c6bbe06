using System.Globalization;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Results of a store that were computed by other numerics: this program finds none of them by its keys.</summary>
internal static class OldResults
{
    /// <summary>One line about them; null where there are none.</summary>
    public static Diagnostic? Tell(StoreFolders folders)
    {
        var versions = StoredJobs
            .ReadAll(folders)
            .Select(j => j.Part("numerics"))
            .Where(v => v.Length > 0 && v != Numerics.Version)
            .ToArray();
        if (versions.Length == 0)
            return null;
        var which = string.Join(" and ", versions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return new(
            DiagnosticSeverity.Warning, DiagnosticCodes.OldResults, new(folders.Root), "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The store holds {versions.Length} results of numerics version {which}; this program computes by version "
                + $"{Numerics.Version}, so models like theirs are trained again. -t:Prune lists what no experiment needs any more."));
    }
}
