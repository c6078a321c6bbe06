using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>
/// Writes the page that compares the variants of an experiment with a matrix: errors of the baselines, couplings, and a link to each
/// variant's report.
/// </summary>
public static class ComparisonReport
{
    /// <summary>Writes the page, laid out by the template <c>comparison</c>. The same inputs give the same text.</summary>
    /// <param name="variants">The variants, at least one, all of the same study.</param>
    /// <param name="context">What to say beside them.</param>
    /// <param name="files">The templates.</param>
    /// <exception cref="TemplateException">A template is missing, is not valid, or shows a value that does not exist.</exception>
    public static string Write(ImmutableArray<VariantSummary> variants, ReportContext context, TemplateFiles files) =>
        Templates.Open(files, "comparison").Page(View(variants, context));

    /// <summary>What the template of the page can show.</summary>
    internal static object View(ImmutableArray<VariantSummary> variants, ReportContext context)
    {
        var settings = variants.SelectMany(v => v.Swept.Select(s => s.Name)).Distinct(StringComparer.Ordinal).ToArray();
        var first = variants[0].Analysis;
        return new
        {
            experiment = variants[0].Analysis.Experiment.Split(" [")[0],
            isSynthetic = first.Dataset.IsSynthetic,
            dataset = first.Dataset.Name,
            materials = NumberText.Count(first.Dataset.Materials),
            variants = NumberText.Count(variants.Length),
            seeds = string.Join(", ", first.Seeds),
            trained = NumberText.Count(variants.Sum(v => v.Analysis.PlannedModels - v.Analysis.MissingModels.Length)),
            planned = NumberText.Count(variants.Sum(v => v.Analysis.PlannedModels)),
            isIncomplete = variants.Any(v => !v.Analysis.IsComplete),
            settings,
            tables = first.Representations.Select(representation => Table(variants, settings, representation)),
            version = context.ProgramVersion,
            generatedAt = PageView.Time(context.GeneratedAt),
        };
    }

    private static object Table(ImmutableArray<VariantSummary> variants, string[] settings, Representation representation)
    {
        var targets = variants[0].Analysis.Targets;
        var best = targets.ToDictionary(t => t.Name, t => variants.Min(v => Mean(v, representation, t)?.Mean));
        return new
        {
            representation = representation.Name,
            targets = targets.Select(t => new { name = t.Name.Value, unit = t.Unit }),
            rows = variants.Select(variant => new
            {
                page = variant.Page,
                id = variant.Id,
                settings = settings.Select(name => variant.Swept.FirstOrDefault(s => s.Name == name)?.Value ?? "as stated"),
                errors = targets.Select(target =>
                    Mean(variant, representation, target) is { } error
                        ? new
                        {
                            isThere = true,
                            isBest = error.Mean == best[target.Name] && variants.Length > 1,
                            mean = Text(error.Mean, error),
                            range = $"{Text(error.Min, error)} to {Text(error.Max, error)}",
                        }
                        : new
                        {
                            isThere = false,
                            isBest = false,
                            mean = "",
                            range = "",
                        }
                ),
                informs = Informs(variant, representation),
                significant = Significant(variant, representation),
            }),
        };
    }

    private static ErrorRange? Mean(VariantSummary variant, Representation representation, Property target) =>
        variant.Analysis.Baselines.SingleOrDefault(b => b.Representation == representation && b.Target.Name == target.Name)?.TestMae;

    private static string Text(double value, ErrorRange error) => NumberText.Fixed(value, NumberText.Decimals(error.Mean));

    private static string Informs(VariantSummary variant, Representation representation)
    {
        var verdicts = variant.Analysis.Verdicts.Where(verdict => verdict.Representation == representation).ToArray();
        return $"{NumberText.Count(verdicts.Count(verdict => verdict.Kind == VerdictKind.Informs))} of {NumberText.Count(verdicts.Length)}";
    }

    private static string Significant(VariantSummary variant, Representation representation)
    {
        var summary = variant.Analysis.Couplings.First(c => c.Representation == representation && c.Form == ImportanceForm.Pooled);
        return $"{NumberText.Count(summary.Significant)} of {NumberText.Count(summary.Couplings)}";
    }
}
