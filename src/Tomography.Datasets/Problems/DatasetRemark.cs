namespace Tomography.Datasets;

/// <summary>What reading a dataset has to say of one row, file, crystal or cell.</summary>
/// <param name="Id">The id of the material; empty where it has none, or where all of the source is meant.</param>
/// <param name="File">Name of the file; empty where all of the source is meant.</param>
/// <param name="Place">Where in the file, like <c>line 17</c>; empty for all of it.</param>
/// <param name="Kind">The kind in lower case words joined by hyphens: that of a <see cref="DataProblemKind"/>, or another.</param>
/// <param name="What">What there is to say, in words.</param>
public sealed record DatasetRemark(string Id, string File, string Place, string Kind, string What)
{
    /// <summary>The kind of materials that are left out because the experiment takes a part of the dataset alone.</summary>
    public const string Limit = "limit";

    /// <summary>The kind of materials that do not fulfil what the experiment asks of those that it studies.</summary>
    public const string Where = "where";

    /// <summary>The kind of files of crystals that no table names.</summary>
    public const string Unnamed = "unnamed-file";

    /// <summary>A kind of problem as it stands in lists: <c>unreadable-crystal</c>.</summary>
    public static string Word(DataProblemKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
