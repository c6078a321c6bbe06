using System.Xml;
using System.Xml.Linq;

namespace Tomography.Workflows.Sdk;

/// <summary>The properties that an MSBuild file sets, as they stand in it: nothing is evaluated, so conditions do not count.</summary>
internal static class PropertyFile
{
    /// <summary>
    /// Name, value and place of each; without those that the file itself refers to as <c>$(Name)</c>, which are helpers of its author.
    /// None where the file is not there or cannot be read: who evaluates it tells that.
    /// </summary>
    public static IEnumerable<(string Name, string Value, SourceLocation Location)> Read(string path)
    {
        string text;
        XDocument document;
        try
        {
            text = File.ReadAllText(path);
            document = XDocument.Parse(text, LoadOptions.SetLineInfo);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            return [];
        }

        return document.Descendants()
            .Where(element => element.Parent?.Name.LocalName == "PropertyGroup")
            .Where(element => !text.Contains($"$({element.Name.LocalName})", StringComparison.OrdinalIgnoreCase))
            .Select(element => (element.Name.LocalName, element.Value.Trim(), PlaceOf(path, element)));
    }

    private static SourceLocation PlaceOf(string path, IXmlLineInfo place) => new(path, place.LineNumber, place.LinePosition);
}
