using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Finds models whose materials leave a part of their split empty, and tells what is odd about splits.</summary>
internal static class SplitChecks
{
    /// <summary>
    /// What is odd about the splits, as warnings; and an error per way to part the dataset and choice of materials: the first seed whose
    /// split has an empty part.
    /// </summary>
    public static IEnumerable<Diagnostic> Of(Experiment experiment, Plan plan, DealtSplits splits, MaterialTable table)
    {
        foreach (var remark in splits.Remarks)
        {
            var path = $"split.{remark.Key}";
            yield return new(DiagnosticSeverity.Warning, DiagnosticCodes.UnknownIds, experiment.Locations.Of(path), path, remark.Message);
        }

        var variants = plan.Variants.ToDictionary(v => v.Id, v => v.Split, StringComparer.Ordinal);
        var wanted = plan.Jobs.Select(j => (Split: variants[j.Variant], j.Spec.Materials, j.Spec.Seed)).Distinct()
            .GroupBy(w => (w.Split, w.Materials));
        var hashes = plan.Splits.ToDictionary(s => (s.Settings, s.Seed), s => s.Hash);
        foreach (var models in wanted)
        {
            var (split, materials) = models.Key;
            ImmutableArray<int>? some = materials.IsEmpty ? null : table.With(materials);
            var bad = models.Select(m => m.Seed).Where(seed => IsEmpty(splits.ByHash[hashes[(split, seed)]])).Cast<int?>().FirstOrDefault();
            if (bad is { } first) yield return Problem(experiment, split, materials, some?.Length ?? table.Count, first);

            bool IsEmpty(Learning.Split parts) => (some is { } own ? parts.Within(own) : parts).HasEmptyPart;
        }
    }

    /// <summary>An error per variant and number of labels that a training part has not: the first target and seed of it.</summary>
    public static IEnumerable<Diagnostic> OfLabels(Experiment experiment, Plan plan, DealtSplits splits, MaterialTable table)
    {
        var told = new HashSet<int>();
        foreach (var variant in plan.Variants)
            foreach (var job in plan.Jobs.Where(j => j.Variant == variant.Id && j.Spec.Labels is not null))
            {
                var (split, labels) = (splits.ByHash[plan.SplitOf(variant, job.Spec.Seed).Hash], job.Spec.Labels!.Value);
                var train = job.Spec.Materials.IsEmpty ? split.Train : split.Within(table.With(job.Spec.Materials)).Train;
                if (labels <= train.Length || !told.Add(labels)) continue;
                var path = $"{SequenceSettingTable.Section}.labels";
                yield return new(
                    DiagnosticSeverity.Error, DiagnosticCodes.FewLabels, experiment.Locations.Of(path), path,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{labels} labels of '{job.Spec.Targets[0]}' are asked for, and the training part has {train.Length} (seed "
                            + $"{job.Spec.Seed}). Ask for fewer, or write 'all' for those that there are."));
            }
    }

    private static Diagnostic Problem(Experiment experiment, SplitSettings split, PropertySet materials, int count, int seed)
    {
        var keys = experiment.Locations.Keys;
        var key = keys.ContainsKey("split") ? "split" : keys.ContainsKey("dataset.limit") ? "dataset.limit" : "dataset";
        var which = materials.IsEmpty ? "materials" : $"materials that have {string.Join(" and ", materials)}";
        var parts = split.IsByShares ? $"the parts {split.Train} / {split.Validation} / {split.Test} of the split"
            : split.Rotate > 0 ? $"the {split.Rotate} parts of the split" : "the parts that are stated";
        return new(
            DiagnosticSeverity.Error,
            DiagnosticCodes.EmptySplit,
            experiment.Locations.Of(key),
            key,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} {which} do not fill {parts} (seed {seed}). Use more materials or "
                    + $"{(split.IsByShares ? "larger shares" : "fewer parts")}."));
    }
}
