using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>The batch of the largest expected hypervolume improvement, as <c>-t:Choose</c> takes it, without regard to distance.</summary>
internal sealed class VolumePolicy : LoopPolicy
{
    public override string Name => "ehvi";

    public override string Meaning => "takes the largest expected hypervolume improvement over the models, one by one, as -t:Choose does";

    public override ImmutableArray<int> Choose(LoopView view)
    {
        ImmutableArray<string> names = [.. Enumerable.Range(0, view.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        var pool = new CandidatePool
        {
            Goals = view.Goals, Representation = Representation.Structure, Ids = names, Formulas = names, Predictions = view.Predictions,
            Known = view.Measured,
        };
        int[] chosen = [.. CandidateChooser.Choose(pool, new(view.Batch, 0)).Chosen.Select(c => c.Candidate.Place)];
        // Where most are likely to break a bound, the batch is filled by what is hoped for.
        return [.. chosen, .. new GreedyPolicy().Choose(view with { Batch = view.Count }).Except(chosen).Take(view.Batch - chosen.Length)];
    }
}
