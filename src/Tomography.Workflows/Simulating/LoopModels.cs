using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// The models of a round: those of the goals, and those with a feature each for the lattice. They train on what is measured by then, and
/// are tested on what is left, so that the predictions that the store keeps of the test part are those that policies look at. Their keys
/// name what is measured: rounds of different policies that have measured the same share their models, and a loop that was stopped goes on.
/// </summary>
/// <param name="plan">The plan of the experiment, without a matrix.</param>
/// <param name="settings">What is simulated.</param>
/// <param name="features">Features of the lattice.</param>
/// <param name="materials">The materials of the laboratory, as places in the dataset, ascending.</param>
/// <param name="folders">The store.</param>
/// <param name="repertoire">What settings there are.</param>
internal sealed class LoopModels(
    Plan plan, SimulateSettings settings, ImmutableArray<PropertyName> features, ImmutableArray<int> materials, StoreFolders folders,
    Repertoire repertoire)
{
    // Seeds of repeats are far apart, so that no two share initial weights.
    private const int SeedsOfRepeat = 1000;

    private readonly Variant _variant = plan.Variants[0] with
    {
        Settings = plan.Variants[0].Settings with
        {
            // How the study parts its dataset says nothing of the loop; and what is not measured must not show in the normalisation.
            Split = new(),
            Training = plan.Variants[0].Training with { Normalize = NormalizationScope.Training },
        },
    };

    /// <summary>The models for what is measured.</summary>
    /// <param name="repeat">Which repeat it is, from 0.</param>
    /// <param name="measured">What is measured, as places in the laboratory.</param>
    public Plan Of(int repeat, IReadOnlyCollection<int> measured)
    {
        int[] seeds = [.. Enumerable.Range(1, settings.Loop.Models).Select(m => SeedsOfRepeat * repeat + m)];
        ImmutableArray<PlannedSplit> splits = [.. seeds.Select(s => SplitOf(s, measured))];
        var fingerprints = new JobFingerprints(plan.Dataset, [_variant], splits, repertoire);
        var targets = settings.Loop.Goals.Select(g => g.Property).ToArray();
        return plan with
        {
            Variants = [_variant],
            Representations = [settings.Representation],
            Seeds = [.. seeds],
            Splits = splits,
            Further = [],
            Together = [],
            Jobs = [.. from seed in seeds from target in targets from given in Given(target) select JobOf(target, given, seed)],
        };

        Job JobOf(PropertyName target, PropertySet given, int seed)
        {
            var spec = new ModelSpec(settings.Representation, target, given, PropertySet.None, seed);
            return new(fingerprints.Of(_variant.Id, spec).Key(), _variant.Id, spec, Kept.Predictions);
        }
    }

    /// <summary>The materials that are left, as places in the laboratory, ascending: the order of test predictions.</summary>
    public ImmutableArray<int> Left(IReadOnlyCollection<int> measured) => [.. Enumerable.Range(0, materials.Length).Except(measured)];

    private IEnumerable<PropertySet> Given(PropertyName target) =>
        [PropertySet.None, .. features.Where(f => f != target).Select(f => (PropertySet)f)];

    private PlannedSplit SplitOf(int seed, IReadOnlyCollection<int> measured)
    {
        var split = Learning.Split.Around(
            [.. Left(measured).Select(m => materials[m])], [.. measured.Order().Select(m => materials[m])], LoopSettings.TrainShare, seed);
        var hash = new SplitStore(folders).Keep(split);
        return new(_variant.Split, seed, hash, [new("simulate.measured", hash)]);
    }
}
