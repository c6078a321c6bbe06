using System.Security.Cryptography;
using System.Text;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>
/// The name of packed graphs in the store: a hash over crystals, elements, representation and the settings that matter to it.
/// </summary>
internal static class GraphsHash
{
    /// <summary>Raised whenever packing or folding changes, so that graphs are made anew.</summary>
    private const string GraphsVersion = "3";

    public static string Of(PreparedDataset dataset, Representation representation, GraphSettings graph, Repertoire repertoire)
    {
        var settings = StudySettings.Default with { Graph = graph };
        var parts = repertoire.Study.Settings.Where(s => s.Section == "graph" && (s.UsedBy?.Invoke(representation) ?? true))
            .Select(s => $"{s.Path}={s.Text(settings)}");
        string[] described = [GraphsVersion, dataset.CrystalsHash, dataset.ElementsHash, representation.Name, .. parts];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', described))));
    }
}
