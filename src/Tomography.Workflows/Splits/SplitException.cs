namespace Tomography.Workflows;

/// <summary>A dataset cannot be parted as an experiment asks.</summary>
/// <param name="key">The key of the section <c>split</c> where it is told.</param>
/// <param name="message">Why, and what would do.</param>
internal sealed class SplitException(string key, string message) : Exception(message)
{
    /// <summary>The key of the section.</summary>
    public string Key => key;
}
