namespace Tomography.Learning.Kernels;

/// <summary>
/// A vector of float32 lanes. Kernels are written once over it; lanes never mix, and every operation is correctly rounded, so that a
/// kernel gives the same bits whatever the number of lanes.
/// </summary>
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Load(float* source);

    static abstract TSelf All(float value);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>a b + c, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>a where a &gt; b, else b: b where either is not a number.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>a where a &lt; b, else b: b where either is not a number.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    static abstract TSelf Abs(TSelf a);

    /// <summary>Per lane, <paramref name="yes"/> where <paramref name="test"/> is at least 0, else <paramref name="no"/>.</summary>
    static abstract TSelf WhereNonNegative(TSelf test, TSelf yes, TSelf no);

    /// <summary>
    /// 2^n where the low bits of <paramref name="shifted"/> hold the whole number n (-126 .. 127), as adding 1.5 x 2^23 leaves them.
    /// </summary>
    static abstract TSelf PowerOfTwo(TSelf shifted);

    void Store(float* target);
}
