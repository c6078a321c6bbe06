using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>A verdict whose numbers a test states by hand.</summary>
internal sealed record HandmadeVerdict(PropertySet Feature, PropertyName Target, double Change)
{
    public VerdictKind Kind { get; init; } = VerdictKind.Undecided;

    public VerdictReason Reason { get; init; } = VerdictReason.None;

    /// <summary>Variance by the choice of test crystals.</summary>
    public double Sampling { get; init; } = 0.0001;

    /// <summary>Variance of a seed beyond that.</summary>
    public double Training { get; init; } = 0.006;

    public double TestToTrain { get; init; } = 1.0 / 3;

    public int Seeds { get; init; } = 5;

    public int Materials { get; init; } = 1000;

    /// <summary>Change against a control; null where none ran along.</summary>
    public double? AgainstControl { get; init; }

    public int Looks { get; init; } = 1;

    public EdgeVerdict Verdict
    {
        get
        {
            var scatter = new EffectScatter(Sampling, 0, Training, TestToTrain, 500, Seeds);
            return new(
                SmallStudy.S, Feature, Target, Kind, Reason, EffectOf(Change, scatter), AgainstControl is null ? null : Control,
                AgainstControl is { } against ? EffectOf(against, scatter) : null, Reason == VerdictReason.None ? 0.2 : null)
            {
                SeedsMeasured = Seeds,
                SeedsPlanned = Seeds,
                Looks = Looks,
                Outlook = new(scatter, AgainstControl is null ? null : scatter, Materials / 5, Materials, new(10, 6, 500, -0.06)),
            };
        }
    }

    public static PropertyName Control { get; } = new("noise");

    private Effect EffectOf(double change, EffectScatter scatter) =>
        new(change, scatter.StandardError, scatter.DegreesOfFreedom, Seeds, Materials * 2 / 3, 0.55);
}
