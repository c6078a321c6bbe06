namespace Tomography.Workflows;

/// <summary>A file has more problems than anybody reads; the rest is not looked for.</summary>
internal sealed class TooManyProblemsException : Exception;
