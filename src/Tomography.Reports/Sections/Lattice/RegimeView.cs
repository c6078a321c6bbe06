using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// The regimes of the whole lattice, of each representation, of each community and around each target, and what the first means.
/// </summary>
internal static class RegimeView
{
    /// <summary>Null where the whole lattice has no regime.</summary>
    public static object? Of(EntanglementAnalysis entanglement)
    {
        var whole = entanglement.Whole;
        if (whole.Regime is not { } regime) return null;
        var advice = RegimeGuide.For(regime.Primary);
        // With one representation the whole lattice is that representation's.
        LatticeAnalysis[] lattices = entanglement.Representations.Length == 1 ? [whole] : [whole, .. entanglement.Representations];
        return new
        {
            names = Enum.GetValues<Regime>().Select(each => each.Word()),
            groups = new[]
            {
                new { title = "lattice", rows = lattices.Select(lattice => Row(lattice.Lattice.Scope(), lattice.Regime)).ToArray() },
                new
                {
                    title = "inside a community of the whole lattice",
                    rows = whole
                        .Communities.Select(
                            (community, place) =>
                                Row($"{EntanglementText.CommunityLetter(place)}: {string.Join(", ", community.Members)}", community.Regime))
                        .ToArray(),
                },
                new
                {
                    title = "around a target, whole lattice",
                    rows = whole.Targets.Select(target => Row(target.Target.Value, target.Regime)).ToArray(),
                },
            }
                .Where(group => group.rows.Length > 0)
                .ToArray(),
            primary = regime.Primary.Word(),
            isClear = regime.IsClear(),
            runnerUp = regime.Scores[regime.RunnerUp] > 0 ? regime.RunnerUp.Word() : null,
            margin = NumberText.Fixed(regime.Margin, 2),
            isClose = regime.Margin < 0.2,
            meaning = advice.Meaning,
            driver = advice.Driver,
            benefit = advice.Benefit,
            risk = advice.Risk,
            action = advice.Action,
        };
    }

    private static object Row(string scope, RegimeAssessment? regime) => new
    {
        scope,
        isThere = regime is not null,
        scores = regime is null ? [] : Enum.GetValues<Regime>().Select(each => new
        {
            score = NumberText.Fixed(regime.Scores[each], 2),
            width = (100 * Math.Clamp(regime.Scores[each], 0, 1)).ToString("0.#", CultureInfo.InvariantCulture),
            isPrimary = each == regime.Primary,
        }).ToArray(),
        runnerUp = regime?.RunnerUpWord() ?? "",
        margin = regime is null ? "" : NumberText.Fixed(regime.Margin, 2),
    };
}
