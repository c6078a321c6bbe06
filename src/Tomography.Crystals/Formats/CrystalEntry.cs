using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>One crystal of a file, or what keeps it from being one.</summary>
/// <param name="Id">Its id, where the file gives one.</param>
/// <param name="Place">Format and place, for messages.</param>
/// <param name="Crystal">The crystal; null after an error.</param>
/// <param name="Values">
/// What the file states beside the crystal, by the file's own names: numbers in invariant spelling, <c>true</c>, <c>false</c> or text.
/// Missing values are left out.
/// </param>
/// <param name="Problems">Errors and warnings; at least one error where there is no crystal.</param>
internal sealed record CrystalEntry(
    string? Id,
    string Place,
    Crystal? Crystal,
    ImmutableArray<KeyValuePair<string, string>> Values,
    ImmutableArray<CrystalProblem> Problems)
{
    /// <summary>The formula that the document states where it describes no crystal.</summary>
    public string? Formula { get; init; }

    /// <summary>True where nothing of the file after this entry can be read.</summary>
    public bool EndsFile { get; init; }

    /// <summary>An error after which nothing of the file can be read.</summary>
    public static CrystalEntry Unreadable(
        string place,
        string message,
        string suggestion,
        CrystalProblemKind kind = CrystalProblemKind.Content) =>
        new(null, place, null, [], [new(place, ProblemSeverity.Error, kind, message, suggestion)]) { EndsFile = true };
}
