namespace Tomography.Analysis;

/// <summary>What remedies are called where an edge does not lead from a feature: the rule is one, its words are not.</summary>
/// <param name="Data">Whose values are odd.</param>
/// <param name="Without">What the baseline learns from.</param>
/// <param name="ControlHelps">What a control that makes the error smaller means, and what may do about it.</param>
internal sealed record RemedyWords(string Data, string Without, string ControlHelps)
{
    /// <summary>The words for an edge.</summary>
    /// <param name="kind">What it leads from.</param>
    public static RemedyWords Of(EdgeKind kind) => kind switch
    {
        EdgeKind.Transfer => new(
            "one of the targets", "alone",
            "noise learnt along helps, too, so what the partner does cannot be told from it: let the targets share less, or train longer"),
        EdgeKind.Start => new(
            "the source or the target", "without the start",
            "a start from noise helps, too, so what the source does cannot be told from it: train longer, or from more labels"),
        _ => new(
            "the feature or the target", "without the feature",
            "a feature without information helps, too, so the model is too narrow: give it more hidden units"),
    };
}
