using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Writes <c>analysis.json</c>: everything the report says, for programs (camelCase, indented, stable order, lines end
/// in LF). docs/reports.md describes its shape.</summary>
public static class AnalysisJson
{
    /// <summary>Version of the shape of the file; it rises with every change that a reader has to know of.</summary>
    public const int FormatVersion = 4;

    // The sections state the shape of the file, it is not taken from the analysis types: renaming a member there does not change the file.
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = DeclarationOrder.Resolver(),
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes what the sections say, in their order. What is missing is <c>null</c>; there is no NaN.</summary>
    /// <param name="input">What to report.</param>
    /// <param name="sections">The sections; null for <see cref="ReportSections.All"/>.</param>
    /// <exception cref="ArgumentException">Two sections have the same id, or write the same member.</exception>
    public static string Write(ReportInput input, IReadOnlyList<ReportSection>? sections = null) =>
        WriteMembers(ReportSections.Shown(sections, input).SelectMany(section => section.Json(input)));

    /// <summary>Writes members, in their order.</summary>
    internal static string WriteMembers(IEnumerable<JsonMember> members)
    {
        var file = new JsonObject { ["formatVersion"] = FormatVersion };
        foreach (var member in members) Add(file, member);
        return file.ToJsonString(Options) + "\n";
    }

    private static void Add(JsonObject file, JsonMember member)
    {
        var names = member.Path.Split('.');
        var parent = file;
        foreach (var name in names[..^1])
        {
            if (!parent.ContainsKey(name)) parent.Add(name, new JsonObject());
            parent = parent[name] as JsonObject ?? throw Twice(member);
        }

        if (!parent.TryAdd(names[^1], JsonSerializer.SerializeToNode(member.Value, Options))) throw Twice(member);
    }

    private static ArgumentException Twice(JsonMember member) =>
        new($"Two sections write the member '{member.Path}' of analysis.json; expected a different one for each.", nameof(member));
}
