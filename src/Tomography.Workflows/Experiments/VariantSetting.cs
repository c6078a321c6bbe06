namespace Tomography.Workflows;

/// <summary>A setting that a matrix sets.</summary>
/// <param name="Name">Its path, like <c>training.learning-rate</c>.</param>
/// <param name="Value">
/// Its value in one form, whatever the file's spelling: <c>0.01</c> for <c>1e-2</c>; items of a list with spaces between them.
/// </param>
public sealed record VariantSetting(string Name, string Value);
