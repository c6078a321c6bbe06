using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Where a material stands in its source.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">The line, from 1; 0 where the file has none, or all of it is meant.</param>
/// <param name="Id">Id of the material; empty where it has none.</param>
public sealed record RowPlace(string File, int Line, string Id)
{
    /// <summary>What stands for the line where the file has none, like <c>frame 3</c>.</summary>
    public string Inside { get; init; } = "";

    /// <summary>What messages say before the line: the file and what parts it from the line; nothing where there is one file.</summary>
    internal string Before { get; init; } = "";

    /// <summary>Whether the source itself states the id, so that messages name it.</summary>
    internal bool HasOwnId { get; init; } = true;

    /// <summary>Line or other place in the file; empty where all of it is meant.</summary>
    public string InFile => Line > 0 ? $"line {Line}" : Inside;

    /// <summary>As messages say it, like <c>line 17 (mp-123)</c>.</summary>
    public override string ToString() => $"{Before}{InFile}{(HasOwnId && Id.Length > 0 ? $" ({Excerpt.Of(Id)})" : "")}";

    internal DatasetRemark Remark(string kind, string what) => new(Excerpt.Of(Id, 200), File, InFile, kind, what);
}
