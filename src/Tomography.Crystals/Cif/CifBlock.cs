namespace Tomography.Crystals;

/// <summary>One data block: for each data name that matters, its values in file order.</summary>
internal sealed class CifBlock(string name, int position)
{
    private readonly List<CifToken>?[] _values = new List<CifToken>?[(int)CifTag.Count];

    public string Name { get; } = name;

    /// <summary>Where the block starts in the text.</summary>
    public int Position { get; } = position;

    /// <summary>True where a loop of the block does not fill its last row, or holds broken quotes: its columns cannot be trusted.</summary>
    public CifToken? BrokenLoop { get; set; }

    public bool Has(CifTag tag) => _values[(int)tag] is { Count: > 0 };

    public bool HasAtoms => Has(CifTag.FractX) || Has(CifTag.FractY) || Has(CifTag.CartnX) || Has(CifTag.Label);

    public bool HasCrystal => HasAtoms || Has(CifTag.LengthA);

    public List<CifToken>? Column(CifTag tag) => _values[(int)tag];

    public CifToken? First(CifTag tag) => _values[(int)tag] is { Count: > 0 } list ? list[0] : null;

    /// <summary>Starts a column anew: of two loops or items of one name the first wins where it has values.</summary>
    public List<CifToken>? Open(CifTag tag)
    {
        if (tag == CifTag.Other || _values[(int)tag] is { Count: > 0 }) return null;
        return _values[(int)tag] = [];
    }
}
