using System.Collections.Immutable;
using System.Globalization;
using Tomography.Learning;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>The settings of an experiment as a report lists them.</summary>
/// <param name="settings">The settings that experiments have.</param>
internal sealed class SettingsTable(Repertoire settings)
{
    /// <summary>Name and value, in the order and the words of the experiment file.</summary>
    public ImmutableArray<ReportSetting> Of(Plan plan, Variant variant)
    {
        var rows = ImmutableArray.CreateBuilder<ReportSetting>();
        Add("experiment file", Path.GetFileName(plan.File));
        if (variant.Id.Length > 0)
            Add("variant", $"{variant.Id}: {variant.Label}");
        if (plan.Where.Length > 0) Add("materials", plan.Where);
        if (plan.Limit is { } limit)
            Add("limit", string.Create(CultureInfo.InvariantCulture, $"{limit:N0} materials at most, a random subset of the dataset"));
        Add("seeds", string.Join(", ", plan.Seeds));
        if (!plan.Together.IsEmpty) Add("together", string.Join(", ", plan.Together));
        if (plan.Groups is { } groups) Add("groups", string.Create(CultureInfo.InvariantCulture, $"budget {groups.Budget}"));
        foreach (var s in plan.Sufficient)
            Add("sufficient", string.Create(
                CultureInfo.InvariantCulture,
                $"{s.Target} within {s.Within}, at most {s.AtMost} of {string.Join(", ", s.From)}; {s.SearchSeeds} seeds search"));
        if (plan.Retrieval is { } retrieval)
            Add("retrieval", string.Create(
                CultureInfo.InvariantCulture,
                $"of {string.Join(", ", retrieval.Properties.IsEmpty ? plan.Targets : retrieval.Properties)}; noise {retrieval.Noise}"));
        foreach (var (section, values) in settings.Study.Describe(variant.Settings))
            if (section != JointSettingTable.Section || !plan.Together.IsEmpty)
                Add(section, values);
        foreach (var (section, values) in settings.Analysis.Describe(plan.Analysis)) Add(section, values);
        if (plan.Further.Length > 0) Add("further", $"{plan.Further.Length} couplings with more seeds");
        return rows.ToImmutable();

        void Add(string name, string value) => rows.Add(new(name, value));
    }

    /// <summary>How much exact folding leaves of the plan's graphs, where the store has them.</summary>
    public static IEnumerable<ReportSetting> Folding(Plan plan, Variant variant, DatasetStore store)
    {
        foreach (var representation in plan.Representations)
        {
            var path = store.GraphsPath(plan.GraphsOf(variant, representation).Hash);
            if (!File.Exists(path)) continue; // a store that keeps results only
            var folding = FoldingFactors.Of(PackedGraphsFile.Map(path));
            yield return new(
                $"folding, {representation}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{folding.Sites:N0} sites computed as {folding.Classes:N0} (1/{folding.SiteFactor:0.0}), {folding.Bonds:N0} bonds as "
                        + $"{folding.FoldedBonds:N0} (1/{folding.BondFactor:0.0})"));
        }
    }
}
