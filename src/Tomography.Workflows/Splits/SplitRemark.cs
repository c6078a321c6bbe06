namespace Tomography.Workflows;

/// <summary>What a user should know of a split that can be dealt all the same.</summary>
/// <param name="Key">The key of the section <c>split</c> where it is told.</param>
/// <param name="Message">What is odd, and what was done.</param>
internal sealed record SplitRemark(string Key, string Message);
