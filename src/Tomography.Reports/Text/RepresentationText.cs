using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>Representations as outputs write them.</summary>
internal static class RepresentationText
{
    /// <summary>The representation as one lower case word.</summary>
    public static string Word(this Representation representation) => representation.Name;
}
