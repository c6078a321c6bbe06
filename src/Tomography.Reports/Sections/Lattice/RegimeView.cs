using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// The regime of each representation's lattice, of its communities and around its targets, and what those announced mean.
/// </summary>
internal static class RegimeView
{
    /// <summary>Null where no edge was measured.</summary>
    public static object? Of(EntanglementAnalysis entanglement)
    {
        var lattices = entanglement.Representations;
        if (lattices.All(lattice => lattice.Lattice.Edges.IsEmpty)) return null;
        var groups = lattices.SelectMany(Groups).Where(group => group.Rows.Length > 0).ToArray();
        return new
        {
            lattices = lattices.Where(lattice => !lattice.Lattice.Edges.IsEmpty).Select(Told).ToArray(),
            names = Enum.GetValues<Regime>().Select(each => each.Word()),
            hasTable = groups.Length > 0,
            groups = groups.Select(group => new { title = group.Title, rows = group.Rows }).ToArray(),
            others = string.Join("; ", lattices.SelectMany(Others)),
        };
    }

    private static object Told(LatticeAnalysis lattice)
    {
        var regime = lattice.Regime;
        var advice = regime.Announced is { } announced ? RegimeGuide.For(announced) : null;
        return new
        {
            representation = lattice.Lattice.Scope(),
            regime = advice?.Regime.Word(),
            tooFew = regime.TooFew(),
            shares = regime.Shares(2),
            advice = advice is null ? null : new
            {
                meaning = advice.Meaning,
                driver = advice.Driver,
                benefit = advice.Benefit,
                risk = advice.Risk,
                action = advice.Action,
            },
        };
    }

    // Communities and targets with too few edges that inform or harm are named below the table.
    private static IEnumerable<(string Title, object[] Rows)> Groups(LatticeAnalysis lattice)
    {
        var scope = lattice.Lattice.Scope();
        yield return (scope, Rows([("all of it", lattice.Regime)]));
        yield return ($"{scope}, inside a community", Rows(lattice.Communities.Select((community, place) => (
            $"{EntanglementText.CommunityLetter(place)}: {string.Join(", ", community.Members)}", community.Regime))));
        yield return ($"{scope}, around a target", Rows(lattice.Targets.Select(target => (target.Target.Value, target.Regime))));
    }

    private static object[] Rows(IEnumerable<(string Scope, RegimeFinding Regime)> findings) =>
        [.. findings.Where(finding => finding.Regime.Assessment is not null).Select(finding => Row(finding.Scope, finding.Regime))];

    private static object Row(string scope, RegimeFinding regime) => new
    {
        scope,
        scores = Enum.GetValues<Regime>().Select(each => new
        {
            score = NumberText.Fixed(regime.Assessment!.Scores[each], 2),
            width = (100 * Math.Clamp(regime.Assessment.Scores[each], 0, 1)).ToString("0.#", CultureInfo.InvariantCulture),
            isPrimary = each == regime.Announced,
        }).ToArray(),
        announced = regime.Announced.Word(),
        shares = string.Join(", ", regime.Shares.Take(2).Select(share =>
            $"{share.Regime.Word()} {NumberText.Fixed(100 * share.Share, 0)} %")),
    };

    private static IEnumerable<string> Others(LatticeAnalysis lattice)
    {
        string[] parts =
        [
            .. lattice.Communities.Select((community, place) => (
                Name: $"community {EntanglementText.CommunityLetter(place)}", community.Regime))
                .Concat(lattice.Targets.Select(target => (Name: target.Target.Value, target.Regime)))
                .Where(part => part.Regime.Assessment is null).Select(part => part.Name),
        ];
        if (parts.Length > 0) yield return $"{lattice.Lattice.Scope()}: {string.Join(", ", parts)}";
    }
}
