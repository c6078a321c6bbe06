namespace Tomography.Datasets;

/// <summary>A column of a source that is no property.</summary>
/// <param name="Name">The name that the property would have.</param>
/// <param name="Reason">Why it is none, as the end of a sentence.</param>
public sealed record LeftOutColumn(PropertyName Name, string Reason);
