namespace Tomography.Workflows;

/// <summary>Why some settings do not go together.</summary>
/// <param name="Code">The diagnostic.</param>
/// <param name="Key">The key of the section where it is told.</param>
/// <param name="Message">The cause, and what is valid.</param>
internal readonly record struct SettingProblem(string Code, string Key, string Message);
