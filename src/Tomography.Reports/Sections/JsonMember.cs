namespace Tomography.Reports;

/// <summary>A member of <c>analysis.json</c>.</summary>
/// <param name="Path">Its name in camelCase. A point leads into an object that sections share, as in <c>entanglement.steering</c>.</param>
/// <param name="Value">Its value: numbers, texts, lists, and objects whose members are written in camelCase and in the order of their
/// declaration; null where there is none. No NaN.</param>
public sealed record JsonMember(string Path, object? Value);
