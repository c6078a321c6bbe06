namespace Tomography.Workflows;

/// <summary>Fields of comma-separated values (RFC 4180).</summary>
internal static class CsvField
{
    /// <summary>A text as a field: between quotes where it holds what would end it.</summary>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
