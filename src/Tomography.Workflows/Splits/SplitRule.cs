using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>A way to part a dataset. A further one is one more type in a list; the first that applies deals.</summary>
internal abstract class SplitRule
{
    /// <summary>The rules of this program, in the order in which they are asked.</summary>
    public static ImmutableArray<SplitRule> Shipped { get; } =
        [new MatbenchSplit(), new RotatingSplit(), new ColumnSplit(), new ListedSplit(), new RandomSplit()];

    /// <summary>Whether some settings mean this rule.</summary>
    public abstract bool Applies(SplitSettings settings);

    /// <summary>Deals the parts of a seed over the whole dataset.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="materials">The materials.</param>
    /// <param name="groups">Per material the group that stays in one part; null where each is its own.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="place">Which seed of the experiment it is, from 0.</param>
    /// <exception cref="SplitException">The dataset cannot be parted so.</exception>
    public abstract Split Deal(SplitSettings settings, SplitMaterials materials, IReadOnlyList<string>? groups, long seed, int place);

    /// <summary>What the parts of a seed depend on beyond settings and seed, for fingerprints.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="place">Which seed of the experiment it is, from 0.</param>
    public virtual IEnumerable<FingerprintPart> Describe(
        SplitSettings settings, PreparedDataset dataset, Experiment experiment, int place) => [];

    /// <summary>What is odd about the parts, though they can be dealt.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="materials">The materials.</param>
    public virtual IEnumerable<SplitRemark> Remarks(SplitSettings settings, SplitMaterials materials) => [];

    /// <summary>The properties of the dataset that it reads.</summary>
    public virtual IEnumerable<Datasets.PropertyName> Needs(SplitSettings settings) => [];
}
