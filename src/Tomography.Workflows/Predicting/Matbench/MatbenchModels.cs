using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Models of a study that make one entry of the benchmark: those of all seeds, told the same and seeing the same.</summary>
/// <param name="Representation">What they see.</param>
/// <param name="Features">What they are told besides.</param>
/// <param name="Jobs">The models.</param>
internal sealed record MatbenchModels(Representation Representation, PropertySet Features, ImmutableArray<Job> Jobs)
{
    private const int LongestName = 150;

    /// <summary>What people call them: <c>structure+density</c>.</summary>
    public string Name => Features.IsEmpty ? Representation.Name : $"{Representation.Name}+{Features}";

    /// <summary>The name of their file; that of many features is cut, and ends in a hash.</summary>
    public string FileName
    {
        get
        {
            if (Name.Length <= LongestName) return $"{Name}.json";
            return $"{Name[..LongestName]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)))[..12]}.json";
        }
    }

    /// <summary>The entries that a variant makes, of the models whose predictions it lists; none without the folds of matbench.</summary>
    public static IEnumerable<MatbenchModels> Of(Plan plan, Variant variant)
    {
        if (variant.Split.Matbench.Length == 0) return [];
        // Baselines that features with gaps are compared with know fewer materials.
        var materials = new MaterialGroups(plan.Dataset);
        return plan.JobsOf(variant)
            .Where(j => variant.Settings.Keep.ListsPredictionsOf(j.Spec))
            .Where(j => !j.Spec.IsBaseline || j.Spec.Materials == materials.Of(j.Spec.Targets))
            .GroupBy(j => (j.Spec.Representation, j.Spec.Features))
            .Select(g => new MatbenchModels(g.Key.Representation, g.Key.Features, [.. g]));
    }
}
