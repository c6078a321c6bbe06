namespace Tomography.Crystals;

/// <summary>A token of a CIF text: for quoted values the place of what stands between the quotes.</summary>
internal readonly record struct CifToken(CifTokenKind Kind, int Start, int Length)
{
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>True for a bare <c>?</c> or <c>.</c>, which mean unknown and inapplicable.</summary>
    public bool IsMissing(string text) =>
        Length == 0 || (Kind == CifTokenKind.Value && Length == 1 && (text[Start] == '?' || text[Start] == '.'));
}
