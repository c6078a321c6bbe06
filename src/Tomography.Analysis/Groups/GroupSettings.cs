using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Under which budget targets are put into groups that are learnt together.</summary>
/// <param name="Budget">How many models may be trained per seed, at least 1.</param>
/// <param name="Chosen">Groups that were chosen before, and are trained to check them; at most those of the study.</param>
public sealed record GroupSettings(int Budget, ImmutableArray<PropertySet> Chosen)
{
    /// <summary>The most targets among which groups are sought: all groups are looked at.</summary>
    public const int MostTargets = 12;
}
