using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Any candidates.</summary>
internal sealed class RandomPolicy : LoopPolicy
{
    public override string Name => "random";

    public override string Meaning => "takes any";

    public override ImmutableArray<int> Choose(LoopView view)
    {
        int[] order = [.. Enumerable.Range(0, view.Count)];
        new SplitMixRandom(view.Stream).Shuffle<int>(order);
        return [.. order.Take(view.Batch)];
    }
}
