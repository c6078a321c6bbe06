namespace Tomography.Crystals;

/// <summary>A bond during colour refinement.</summary>
/// <param name="Key">Rank of its length, then colour of its neighbour: what the node sees of it.</param>
/// <param name="Neighbour">The neighbouring node.</param>
/// <param name="Count">How many equal bonds it stands for.</param>
internal readonly record struct ColouredBond(ulong Key, int Neighbour, int Count) : IComparable<ColouredBond>
{
    public ColouredBond(int lengthRank, int neighbour, int count)
        : this((ulong)(uint)lengthRank << 32, neighbour, count)
    {
    }

    public int LengthRank => (int)(Key >> 32);

    public int Colour => (int)(Key & uint.MaxValue);

    public ColouredBond WithColour(int colour) => this with { Key = Key & ~(ulong)uint.MaxValue | (uint)colour };

    public int CompareTo(ColouredBond other) => Key.CompareTo(other.Key);
}
