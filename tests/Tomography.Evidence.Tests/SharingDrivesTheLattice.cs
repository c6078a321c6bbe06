using System.Collections.Immutable;
using System.Globalization;
using Shouldly;
using Tomography.Analysis;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Whether the way in which targets share a model drives the shape of the transfer lattice, as [P] (Table 1) has it: independent heads
/// sparse, soft sharing structured, hard sharing dense. <c>TOMOGRAPHY_EVIDENCE</c> is 25 times the number of phantoms.
/// </summary>
public class SharingDrivesTheLattice(ITestOutputHelper output)
{
    [Fact]
    public void What_shares_nothing_transfers_nothing_and_what_shares_all_does()
    {
        using var studies = new TrainedStudies();
        SharingDriver[] drivers = [SharingDriver.Nothing, SharingDriver.All[^1]];
        var draws = studies.Of(
            drivers.Select(driver => DriverStudy.Short.Experiment(0, driver)),
            study => (Verdicts: DriverDraw.OfVerdicts(study), Partners: DriverDraw.OfPartners(study)));
        // Without a tie the targets of a model have nothing in common: each has the numbers that it has alone, to the last bit.
        (draws[0].Verdicts.Size, draws[0].Partners.Size).ShouldBe((0, 0));
        draws[1].Verdicts.Size.ShouldBeGreaterThan(0);
        draws[1].Partners.Size.ShouldBeGreaterThan(0);
    }

    [LongFact]
    public void Each_way_to_share_has_a_regime_or_none()
    {
        var count = Evidence.Draws(0) / 25;
        using var studies = new TrainedStudies();
        var draws = studies.Of(
            Enumerable.Range(0, count).SelectMany(d => SharingDriver.All.Select(driver => DriverStudy.Long.Experiment(d, driver))),
            study => (Verdicts: DriverDraw.OfVerdicts(study), Partners: DriverDraw.OfPartners(study)));
        output.WriteLine($"{count} phantoms; mean over them and its 95 % interval, in percent");
        Tell("against the model alone and noise", draws, d => d.Verdicts);
        Tell("against noise", draws, d => d.Partners);

        // What docs/evidence.md says: the more is shared, the more partners do.
        double[] sizes = [.. SharingDriver.All.Select((_, k) => draws.Where((_, i) => i % SharingDriver.All.Count == k)
            .Average(d => d.Partners.Size))];
        sizes.ShouldBeInOrder(SortDirection.Ascending);
    }

    private void Tell<T>(string against, ImmutableArray<T> draws, Func<T, DriverDraw> of)
    {
        var regimes = Enum.GetValues<Regime>();
        output.WriteLine($"| {against} | informs | harms | change | size | {string.Join(" | ", regimes)} | announced |");
        DriverDraw[][] all =
            [.. SharingDriver.All.Select((_, k) => draws.Where((_, i) => i % SharingDriver.All.Count == k).Select(of).ToArray())];
        foreach (var (driver, own) in SharingDriver.All.Zip(all))
        {
            var cells = new Func<DriverDraw, double>[] { d => d.Informs, d => d.Harms, d => d.Change, d => d.Size }
                .Concat(regimes.Select(regime => (Func<DriverDraw, double>)(d => d.Share(regime))))
                .Select(value => Interval([.. own.Select(value)]));
            var announced = own.GroupBy(d => d.Finding.Announced).Select(g => $"{g.Count()} {g.Key?.ToString() ?? "none"}");
            output.WriteLine($"| {driver.Name} | {string.Join(" | ", cells)} | {string.Join(", ", announced)} |");
        }

        // By phantom, since these differ more than the ways to share.
        foreach (var (k, other) in new[] { (1, 0), (2, 0), (2, 1) })
        {
            output.WriteLine(
                $"  {SharingDriver.All[k].Name} less {SharingDriver.All[other].Name}: informs {Less(d => d.Informs)}, "
                    + $"harms {Less(d => d.Harms)}, change {Less(d => d.Change)}, size {Less(d => d.Size)}");

            string Less(Func<DriverDraw, double> value) => Interval([.. all[k].Zip(all[other], (d, o) => value(d) - value(o))]);
        }

        foreach (var (driver, own) in SharingDriver.All.Zip(all))
        {
            // The regime that [P] claims of it, less what the others have of that, by phantom.
            var others = all.Where(each => each != own).ToArray();
            double[] less =
            [
                .. own.Select((d, i) => d.Share(driver.Claimed!.Value) - others.Average(o => o[i].Share(driver.Claimed.Value))),
            ];
            output.WriteLine($"  {driver.Claimed} by {driver.Name} less by the others: {Interval(less)}");
        }
    }

    private static string Interval(double[] values)
    {
        var mean = values.Average();
        if (values.Length < 2) return EdgeTally.Percent(mean);
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        var reach = StudentT.Quantile975(values.Length - 1) * deviation / Math.Sqrt(values.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{100 * mean:0.0} ± {100 * reach:0.0}");
    }
}
