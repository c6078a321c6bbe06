using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Reads the section <c>analysis</c>.</summary>
internal static class AnalysisReader
{
    public static AnalysisSettings Read(YamlSection top)
    {
        var section = top.Section("analysis");
        var settings = new AnalysisSettings(
            section.Number(AnalysisKeys.Alpha), section.Number(AnalysisKeys.Beta), section.Number(AnalysisKeys.UncertaintyDamping),
            section.Number(AnalysisKeys.LoopDamping), section.Number(AnalysisKeys.LoopTolerance), section.Number(AnalysisKeys.SmallestEffect),
            section.Whole(AnalysisKeys.MostSeeds), section.Whole(AnalysisKeys.SeedsPerPlan), Regimes(section));
        section.Finish();
        return settings;
    }

    private static ImmutableArray<RegimeThreshold> Regimes(YamlSection analysis)
    {
        var section = analysis.Section("regimes");
        var thresholds = ImmutableArray.CreateBuilder<RegimeThreshold>();
        foreach (var (name, usual) in new RegimeThresholds().All)
        {
            if (!section.Has(name) || section.Node(name) is not { } node) continue;
            if (node is YamlValue.Sequence { Items: [YamlValue.Scalar from, YamlValue.Scalar to] } && Number(from) is { } first && Number(to) is { } last && first < last) thresholds.Add(new(name, first, last));
            else
                section.Error(
                    DiagnosticCodes.WrongForm, name,
                    string.Create(CultureInfo.InvariantCulture, $"'analysis.regimes.{name}' must be two numbers, the first below the second: where the rule begins to count and where it counts fully, like [{usual.From}, {usual.To}]."));
        }

        section.Finish();
        return thresholds.ToImmutable();
    }

    private static double? Number(YamlValue.Scalar scalar) => double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
