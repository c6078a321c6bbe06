using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Audits of the datasets of plans, from what the store keeps of them.</summary>
/// <param name="store">Full path of the store.</param>
internal sealed class DatasetAudits(string store)
{
    /// <summary>The audit of a plan's dataset with the splits of some variants; null where the store does not have the dataset.</summary>
    public DatasetAudit? Of(Plan plan, ImmutableArray<Variant> variants)
    {
        var datasets = new DatasetStore(store);
        if (datasets.Audit(plan.Dataset) is not { } audit || datasets.Table(plan.Dataset) is not { } table) return null;
        var settings = variants.Select(v => v.Split).Distinct().ToArray();
        return audit with
        {
            Excluded = [.. plan.Dataset.Excluded.Select(e => new NamedCount(e.Key, e.Value))],
            Findings = [.. plan.Dataset.Findings.Select(f => f.Message)],
            Leakage =
            [
                .. plan.Splits.Where(s => settings.Contains(s.Settings)).Select(s => LeakageOf(s, table, Label(s.Settings)))
                    .OfType<LeakageAudit>(),
            ],
        };

        string Label(SplitSettings split) => settings.Length == 1 ? "" : variants.First(v => v.Split == split).Label;
    }

    private LeakageAudit? LeakageOf(PlannedSplit planned, MaterialTable table, string label)
    {
        Split split;
        try
        {
            split = new SplitStore(new(store)).Read(planned.Hash);
        }
        catch (InvalidDataException)
        {
            // A store that cannot be written does not keep it.
            return null;
        }

        var learned = split.Train.Select(i => table.Formulas[i]).ToHashSet(StringComparer.Ordinal);
        return new(
            label, planned.Seed, split.Train.Length, split.Validation.Length, split.Test.Length,
            split.Test.Count(i => learned.Contains(table.Formulas[i])));
    }
}
