namespace Tomography.Analysis;

/// <summary>The samples of a <see cref="SourceTriple"/> with the first source dealt out in some order.</summary>
/// <param name="order">Sample i is given the first source of sample order[i].</param>
/// <param name="isShuffled">Whether that is another order than their own.</param>
/// <param name="table">Counts the joint table of these.</param>
internal sealed class DealtTriple(int[] order, bool isShuffled, Func<JointTable> table)
{
    // Decompositions on bins share it.
    private readonly Lazy<JointTable> _table = new(table, LazyThreadSafetyMode.None);

    /// <summary>The order.</summary>
    public int[] Order => order;

    /// <summary>Whether the first source is shuffled: what chance gives may be found less exactly, since many shuffles are
    /// averaged.</summary>
    public bool IsShuffled => isShuffled;

    /// <summary>The joint table.</summary>
    public JointTable Table => _table.Value;
}
