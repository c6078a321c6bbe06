namespace Tomography.Analysis;

/// <summary>What gates do, in the words of files and tables.</summary>
public static class GateWords
{
    /// <summary><c>pass</c>, or the gates that stop a prediction, joined by <c>+</c>: <c>domain+width</c>.</summary>
    public static string Word(this StoppedBy stopped) => stopped == StoppedBy.None
        ? "pass"
        : string.Join(
            '+', Enum.GetValues<StoppedBy>().Where(s => s != StoppedBy.None && stopped.HasFlag(s)).Select(s => $"{s}".ToLowerInvariant()));
}
