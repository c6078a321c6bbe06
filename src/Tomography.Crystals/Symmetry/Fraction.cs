namespace Tomography.Crystals;

/// <summary>A fraction in lowest terms: one third added three times must be a whole lattice translation.</summary>
internal readonly record struct Fraction
{
    // Less one, so that the default is 0/1.
    private readonly long _denominatorLessOne;

    public Fraction(long numerator, long denominator)
    {
        if (denominator < 0) (numerator, denominator) = (checked(-numerator), checked(-denominator));
        var divisor = denominator == 1 ? 1 : Divisor(Math.Abs(numerator), denominator);
        Numerator = numerator / divisor;
        _denominatorLessOne = denominator / divisor - 1;
    }

    public long Numerator { get; }

    public long Denominator => _denominatorLessOne + 1;

    public bool IsWhole => _denominatorLessOne == 0;

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator -(Fraction a) => new(checked(-a.Numerator), a.Denominator);

    public static Fraction operator +(Fraction a, Fraction b) => checked(
        a.Denominator == b.Denominator
            ? new(a.Numerator + b.Numerator, a.Denominator)
            : new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator));

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator *(Fraction a, Fraction b) =>
        checked(new(a.Numerator * b.Numerator, a.Denominator * b.Denominator));

    public static Fraction operator /(Fraction a, Fraction b) =>
        b.Numerator == 0 ? throw new DivideByZeroException() : checked(new(a.Numerator * b.Denominator, a.Denominator * b.Numerator));

    /// <summary>What is left of it above the next lower whole number.</summary>
    public Fraction Wrapped() => IsWhole ? default : new(((Numerator % Denominator) + Denominator) % Denominator, Denominator);

    public double ToDouble() => (double)Numerator / Denominator;

    private static long Divisor(long a, long b)
    {
        while (a != 0) (a, b) = (b % a, a);
        return b;
    }
}
