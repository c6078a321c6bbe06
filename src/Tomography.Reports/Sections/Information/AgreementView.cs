using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Whether the features that add information are those that reduce the error: a sentence and a row each.</summary>
internal static class AgreementView
{
    public static object? Of(StudyAnalysis analysis)
    {
        var measured = analysis.Agreements.Where(agreement => agreement.Ranks is not null).ToArray();
        if (analysis.Agreements.IsEmpty) return null;
        return new
        {
            sentence = string.Join(" ", analysis.Agreements.Where(agreement => agreement.Target is null).Select(Sentence)),
            isMeasured = measured.Length > 0,
            rows = measured.Select(agreement => new
            {
                representation = agreement.Representation.Name,
                target = agreement.Target?.Value ?? "all targets",
                rho = NumberText.Plain(agreement.Ranks!.Rho, 2),
                interval = Interval(agreement.Ranks),
                pairs = NumberText.Count(agreement.Pairs),
                features = NumberText.Count(agreement.Features),
            }).ToArray(),
        };
    }

    private static string Sentence(ImportanceAgreement agreement) => agreement.Ranks is { } ranks
        ? $"In {agreement.Representation.Name} {Meaning(ranks)} (rank correlation {NumberText.Plain(ranks.Rho, 2)}, 95 % interval "
            + $"{Interval(ranks)})."
        : $"In {agreement.Representation.Name} it cannot be told: that takes {ImportanceAgreement.FewestPairs} pairs of feature and "
            + $"target, of {ImportanceAgreement.FewestFeatures} features, whose effect can be trusted and whose information has parts; "
            + $"there are {NumberText.Count(agreement.Pairs)}, of {NumberText.Count(agreement.Features)}.";

    private static string Meaning(RankCorrelation ranks) => ranks switch
    {
        { Low: > 0 } => "they do: features that add more reduce the error more",
        { High: < 0 } => "they do not: features that add more reduce the error less",
        _ => "no such order is shown",
    };

    private static string Interval(RankCorrelation ranks) => $"{NumberText.Plain(ranks.Low, 2)} to {NumberText.Plain(ranks.High, 2)}";
}
