namespace Tomography.Crystals;

/// <summary>
/// Orders nodes by what they see: their sorted (length, colour) pairs with the number of bonds behind each, lexicographically.
/// </summary>
internal sealed class SignatureComparer(int[] start, ColouredBond[] bonds) : IComparer<int>
{
    public int Compare(int x, int y)
    {
        int a = start[x], b = start[y], endA = start[x + 1], endB = start[y + 1];
        while (a < endA && b < endB)
        {
            var key = bonds[a].Key;
            if (key != bonds[b].Key) return key < bonds[b].Key ? -1 : 1;
            int countA = 0, countB = 0;
            for (; a < endA && bonds[a].Key == key; a++) countA += bonds[a].Count;
            for (; b < endB && bonds[b].Key == key; b++) countB += bonds[b].Count;
            if (countA != countB) return countA.CompareTo(countB);
        }

        return (endA - a).CompareTo(endB - b);
    }
}
