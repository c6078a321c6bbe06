namespace Tomography.Reports;

/// <summary>Text that is HTML already and is printed as it is: what a partial printed, or what a template marked by <c>raw</c>.</summary>
/// <param name="text">The HTML.</param>
internal sealed class MarkedHtml(string text)
{
    /// <summary>The HTML.</summary>
    public override string ToString() => text;
}
