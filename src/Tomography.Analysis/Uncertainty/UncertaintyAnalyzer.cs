using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Measures how sure predictions are, on crystals that no model saw.</summary>
public static class UncertaintyAnalyzer
{
    /// <summary>The levels whose coverage is always told.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.5, 0.8, 0.9, 0.95];

    /// <summary>Measures it.</summary>
    /// <param name="unseen">By target and then representation, in the order of the study; those without crystals are left out.</param>
    /// <param name="settings">What was asked for.</param>
    /// <param name="verdicts">The verdicts of the study.</param>
    public static UncertaintyAnalysis Of(
        ImmutableArray<UnseenCrystals> unseen, UncertaintySettings settings, ImmutableArray<EdgeVerdict> verdicts)
    {
        var gates = new RiskGates(settings, verdicts);
        return new(
            settings,
            [.. unseen.Select(u => OfTarget(u, settings, gates)).OfType<TargetUncertainty>()],
            [
                .. unseen.GroupBy(u => u.Representation).Select(g => JointUncertaintyAnalysis.Of([.. g], settings.Level))
                    .OfType<JointUncertainty>(),
            ])
        {
            Edges = verdicts.Length,
            StoppedEdges = [.. verdicts.Where(v => !RiskGates.Passes(v))],
        };
    }

    private static TargetUncertainty? OfTarget(UnseenCrystals unseen, UncertaintySettings settings, RiskGates gates)
    {
        var crystals = unseen.Crystals;
        var bands = settings.Within == CalibratedWithin.Distance ? DistanceBands.Of(crystals) : null;
        var judged = CrossCalibration.Of(crystals, unseen.HasSpread, bands is null ? null : bands.NameOf);
        if (judged.IsEmpty) return null;
        var squares = crystals.Sum(c => c.Error * c.Error) / crystals.Length;
        return new()
        {
            Representation = unseen.Representation,
            Target = unseen.Target,
            Design = unseen.Design,
            Models = unseen.Seeds.Length,
            Crystals = crystals.Length,
            Error = crystals.Sum(c => c.Error) / crystals.Length,
            RootMeanSquare = Math.Sqrt(squares),
            Spread = unseen.HasSpread ? Math.Sqrt(crystals.Sum(c => c.Spread!.Value * c.Spread.Value) / crystals.Length) : null,
            Noise = ErrorModel.Of(crystals, unseen.HasSpread).Noise,
            Told = ToldNoise.Of(unseen, bands, settings.Level),
            Levels = [.. Levels.Select(level => LevelCoverage.Of(judged, level)).OfType<LevelCoverage>()],
            Asked = LevelCoverage.Of(judged, settings.Level),
            ConstantWidth = WidthAroundConstant(crystals, settings.Level),
            Curve = CalibrationCurve.Of(judged),
            Ence = ExpectedCalibration.Of([.. judged.Select(j => (j.Sigma, j.Crystal.Error))]),
            Crps = judged.Sum(j => NormalError.Crps(j.Crystal.Error, j.Sigma)) / judged.Length,
            Sharpness = Math.Sqrt(judged.Sum(j => j.Sigma * j.Sigma) / judged.Length),
            SpreadRank = RankAgreement.Of([.. crystals.Where(c => c.Spread is not null).Select(c => (c.Spread!.Value, c.Error))]),
            Rejection = RejectionCurve.Of(crystals),
            Groups = [.. GroupsOf(unseen, settings.Level)],
            Domain = DomainErrors.Of(crystals),
            Gates = GateFindings.Of(unseen, judged, gates, settings.Level),
        };
    }

    private static double? WidthAroundConstant(ImmutableArray<UnseenCrystal> crystals, double level)
    {
        var constant = PropertyStatistics.Median([.. crystals.Select(c => c.True).Order()]);
        return 2 * ConformalQuantile.Of([.. crystals.Select(c => Math.Abs(c.True - constant)).Order()], level);
    }

    private static IEnumerable<GroupCoverage> GroupsOf(UnseenCrystals unseen, double level)
    {
        var bands = DistanceBands.Of(unseen.Crystals);
        return Kind("distance", bands is null ? _ => null : bands.NameOf, DistanceBands.Names)
            .Concat(Kind(
                "crystal system", c => c.CrystalSystem,
                [.. unseen.Crystals.Select(c => c.CrystalSystem).OfType<string>().Distinct().Order(StringComparer.Ordinal)]));

        IEnumerable<GroupCoverage> Kind(string kind, Func<UnseenCrystal, string?> groupOf, IEnumerable<string> names)
        {
            var forAll = CrossCalibration.Of(unseen.Crystals, unseen.HasSpread).ToLookup(j => groupOf(j.Crystal));
            foreach (var name in names)
            {
                UnseenCrystal[] members = [.. unseen.Crystals.Where(c => groupOf(c) == name)];
                if (members.Length == 0) continue;
                // The group by itself: its halves calibrate each other.
                yield return new(
                    kind, name, members.Length, members.Average(c => c.Error), LevelCoverage.Of([.. forAll[name]], level),
                    LevelCoverage.Of(CrossCalibration.Of(members, unseen.HasSpread), level));
            }
        }
    }
}
