namespace Tomography.Crystals;

/// <summary>
/// Colour refinement (1-dimensional Weisfeiler-Leman) on a graph with lengths: nodes of one colour are split by the multiset of
/// (length, neighbour's colour) of their bonds until nothing splits. Colours are ranked by content, never by the order of the
/// nodes or by hashes, so a crystal gets the same ranking however its sites are listed.
/// </summary>
internal sealed class ColourRefinement
{
    // Below this, insertion sort wins: bonds stay nearly sorted from round to round, since colours are only ever refined.
    private const int ShortList = 48;

    private readonly int[] _start;
    private readonly ColouredBond[] _bonds;
    private readonly int[] _order;
    private readonly SignatureComparer _comparer;

    /// <param name="start">Bonds of node i are start[i] to start[i + 1].</param>
    /// <param name="bonds">The bonds; on return of <see cref="Refine"/> each node's are sorted by (length, final colour).</param>
    public ColourRefinement(int[] start, ColouredBond[] bonds)
    {
        _start = start;
        _bonds = bonds;
        _order = new int[start.Length - 1];
        for (var i = 0; i < _order.Length; i++) _order[i] = i;
        _comparer = new(start, bonds);
    }

    /// <summary>The nodes sorted by colour.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>
    /// Refines in place. On entry colours are any ranking (here: atomic numbers); on return equal colours mean that no number of
    /// message-passing steps tells the nodes apart, and a colour is the number of nodes with smaller colours.
    /// </summary>
    /// <returns>The number of classes.</returns>
    public int Refine(int[] colour)
    {
        Array.Sort((int[])colour.Clone(), _order);
        var next = new int[colour.Length];
        var classes = Rank(colour, next, static (_, _) => 0);
        while (true)
        {
            next.CopyTo(colour, 0);
            ShowColours(colour);
            if (classes == colour.Length) return classes;
            for (int from = 0, to; from < _order.Length; from = to)
            {
                to = ClassEnd(colour, from);
                if (to - from > 1 && !IsUniform(from, to)) Array.Sort(_order, from, to - from, _comparer);
            }

            var before = classes;
            classes = Rank(colour, next, _comparer.Compare);
            if (classes == before) return classes;
        }
    }

    private int ClassEnd(int[] colour, int from)
    {
        var to = from + 1;
        while (to < _order.Length && colour[_order[to]] == colour[_order[from]]) to++;
        return to;
    }

    private bool IsUniform(int from, int to)
    {
        for (var k = from + 1; k < to; k++)
            if (_comparer.Compare(_order[from], _order[k]) != 0)
                return false;
        return true;
    }

    // Colours by place in the order; a node starts a new class where its old colour or what it sees differs from the node before.
    private int Rank(int[] colour, int[] next, Comparison<int> compare)
    {
        var classes = 0;
        for (var k = 0; k < _order.Length; k++)
        {
            var node = _order[k];
            var isNew = k == 0 || colour[node] != colour[_order[k - 1]] || compare(node, _order[k - 1]) != 0;
            if (isNew) classes++;
            next[node] = isNew ? k : next[_order[k - 1]];
        }

        return classes;
    }

    private void ShowColours(int[] colour)
    {
        for (var i = 0; i < colour.Length; i++)
        {
            int from = _start[i], to = _start[i + 1];
            var isLong = to - from > ShortList;
            for (var b = from; b < to; b++)
            {
                var bond = _bonds[b].WithColour(colour[_bonds[b].Neighbour]);
                var at = b;
                if (!isLong)
                    for (; at > from && _bonds[at - 1].Key > bond.Key; at--)
                        _bonds[at] = _bonds[at - 1];
                _bonds[at] = bond;
            }

            if (isLong) Array.Sort(_bonds, from, to - from);
        }
    }
}
