using System.Globalization;

namespace Tomography.Analysis;

/// <summary>Says what would settle an edge, from its verdict alone.</summary>
internal static class RemedyRule
{
    /// <summary>A remedy should decide an edge four times out of five; seeds are worth a try where they do so one time in two.</summary>
    private const double GoodChance = 0.8, FairChance = 0.5;

    private const double MostMaterials = 100, MaterialsStep = 1.1;

    /// <summary>What an edge asks for; null where it is settled: it is claimed, or shown to be small.</summary>
    /// <param name="kind">What it leads from.</param>
    /// <param name="verdict">Its verdict.</param>
    /// <param name="seedsLeft">How many more seeds it may have; at least 0.</param>
    /// <param name="claimed">The share of the edges that would be claims with this one, see <see cref="DecisionForecast"/>.</param>
    /// <param name="verdicts">When a verdict is given.</param>
    /// <param name="steering">How many seeds a plan adds.</param>
    public static EdgeNeed? Of(
        EdgeKind kind, EdgeVerdict verdict, int seedsLeft, double claimed, VerdictSettings verdicts, SteeringSettings steering) =>
        verdict.Reason switch
        {
            VerdictReason.None when verdict.Kind != VerdictKind.Undecided => null,
            VerdictReason.None => Undecided(verdict, seedsLeft, new(verdict, verdicts, claimed), steering),
            VerdictReason.FewSeeds => FewSeeds(verdict, seedsLeft, verdicts),
            VerdictReason.FewTestCrystals => FewTestCrystals(verdict, verdicts),
            VerdictReason.FewFormulas => new(
                Remedy.Materials, null,
                "too few formulas are tested, or a few bring most of it: materials of others would tell, or a study of one by itself"),
            VerdictReason.NotConverged => NotConverged(verdict.Outlook?.Convergence),
            VerdictReason.NoPredictions => new(
                Remedy.Build, null, "the predictions for single crystals are not there; building again makes them"),
            VerdictReason.NoControl => new(Remedy.Build, null, "fewer than three seeds have its control; building again trains the rest"),
            VerdictReason.Data => new(
                Remedy.Data, null, $"values of {RemedyWords.Of(kind).Data} lie far from all others, or stand for none: correct them"),
            VerdictReason.MeanAndShareContradict => new(
                Remedy.Data, null, "a few crystals carry the mean error: look at those with the largest errors, and correct or drop them"),
            VerdictReason.Diverged => new(Remedy.Settings, null, "training diverged: a smaller learning rate may do"),
            VerdictReason.BaselineLearntNothing => new(
                Remedy.Settings, null,
                $"{RemedyWords.Of(kind).Without} nothing clear was learnt: more materials, epochs or another model first"),
            VerdictReason.ControlInforms => new(Remedy.Settings, null, RemedyWords.Of(kind).ControlHelps),
            _ => new(Remedy.Settings, null, "seeds say the opposite of each other: training is not steady, a smaller learning rate may do"),
        };

    private static EdgeNeed Undecided(EdgeVerdict verdict, int seedsLeft, DecisionForecast forecast, SteeringSettings steering)
    {
        var (seen, seeds) = (Seen(verdict.Effect!), verdict.Effect!.Seeds);
        if (verdict.Outlook?.Scatter is null) return new(Remedy.Materials, null, $"{seen}; more materials may decide it");
        var chance = 0.0;
        for (var more = 1; more <= seedsLeft; more++)
        {
            // Each plan that it takes is one more look.
            var rounds = (more + steering.SeedsPerPlan - 1) / steering.SeedsPerPlan;
            chance = Math.Max(chance, forecast.WithSeeds(more, verdict.Looks + rounds));
            if (chance >= GoodChance)
                return new(Remedy.Seeds, more, $"{seen}; about {seeds + more} seeds should decide it");
        }

        if (chance >= FairChance)
            return new(Remedy.Seeds, seedsLeft, $"{seen}; {seeds + seedsLeft} seeds, the most, decide it {Times(chance)}");
        for (var times = MaterialsStep; times <= MostMaterials; times *= MaterialsStep)
            if (forecast.WithMaterials(times) >= GoodChance)
            {
                var materials = Rounded(verdict.Outlook.Materials * times);
                return new(
                    Remedy.Materials,
                    materials,
                    $"{seen}; about {Count(materials)} materials should decide it, {MoreSeeds(seedsLeft, seeds + seedsLeft, chance)}");
            }

        if (verdict.AgainstControl is { } against && Math.Sign(against.Change) != Math.Sign(verdict.Effect.Change))
            return new(
                Remedy.Materials, null,
                $"{seen}, and {Percent(against.Change)} against the control: a claim needs both the same way, so that neither seeds nor "
                    + "materials are likely to make one");
        return new(
            Remedy.Materials, null,
            verdict.Labels is null
                ? $"{seen}; it lies so close to what matters that neither seeds nor materials are likely to tell"
                : $"{seen}; neither seeds nor materials are likely to tell, since models of so few labels differ too much");
    }

    private static string MoreSeeds(int left, int most, double chance) =>
        left == 0 ? "and it has had the most seeds" : $"{most} seeds {Times(chance)}";

    private static string Times(double chance) =>
        chance < 0.015 ? "hardly ever" : string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(100 * chance):0} times of 100");

    private static EdgeNeed FewSeeds(EdgeVerdict verdict, int seedsLeft, VerdictSettings verdicts)
    {
        var missing = Math.Max(1, verdicts.FewestSeeds - verdict.SeedsMeasured);
        var has = verdict.SeedsMeasured == 1 ? "one seed says" : $"{verdict.SeedsMeasured} seeds say";
        return seedsLeft > 0
            ? new(Remedy.Seeds, Math.Min(missing, seedsLeft), $"{has} nothing sure; {verdicts.FewestSeeds} are the fewest that can")
            : new(Remedy.Settings, null, $"{has} nothing sure, and most-seeds allows no more");
    }

    private static EdgeNeed FewTestCrystals(EdgeVerdict verdict, VerdictSettings verdicts)
    {
        var (test, all) = (verdict.Outlook?.TestCrystals ?? 0, verdict.Outlook?.Materials ?? 0);
        if (test == 0) return new(Remedy.Materials, null, "too few crystals test a model: more materials are needed");
        var wanted = (int)Math.Min(int.MaxValue, Math.Ceiling((double)all * verdicts.FewestTestCrystals / test));
        return new(
            Remedy.Materials,
            wanted,
            $"{Count(test)} crystals test a model, and {verdicts.FewestTestCrystals} are the fewest: about {Count(wanted)} materials do");
    }

    private static EdgeNeed NotConverged(Convergence? convergence) => convergence?.EpochsThatMightDo is { } epochs
        ? new(
            Remedy.Epochs,
            epochs,
            $"the error still fell when training ended after {Count(convergence.Epochs)} epochs: about {Count(epochs)} might do")
        : new(Remedy.Epochs, null, "the error still fell when training ended: more epochs may do");

    // Two digits say all that is known of such a number.
    private static int Rounded(double number)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, number))) - 1));
        return (int)Math.Min(int.MaxValue, unit * Math.Ceiling(number / unit));
    }

    private static string Seen(Effect effect) =>
        $"{Percent(effect.Change)} ({Percent(effect.Low)} to {Percent(effect.High)}) by {effect.Seeds} seeds";

    private static string Percent(double fraction) => (100 * fraction).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
