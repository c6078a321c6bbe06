namespace Tomography.Workflows;

/// <summary>A section of the experiment file that holds settings.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Meaning">What it is about, in one sentence.</param>
/// <param name="Example">Settings of it as they are written, like <c>radius: 8, neighbours: 12</c>.</param>
internal sealed record SettingSection(string Name, string Meaning, string Example);
