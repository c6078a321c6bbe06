using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The values of a property in numbers.</summary>
/// <param name="Property">The property.</param>
/// <param name="Source">Where its values come from.</param>
/// <param name="Values">How many materials have it.</param>
/// <param name="Missing">How many lack it.</param>
/// <param name="Distinct">How many different values there are; null for vectors.</param>
/// <param name="Zeros">How many are exactly 0; null for what is no number.</param>
/// <param name="Range">Smallest, middle and largest value; null for what is no number, and where no material has it.</param>
/// <param name="Commonest">The value that most materials have, as text: a class, or a number; empty for vectors, and without a value.
/// </param>
/// <param name="CommonestCount">How many have it.</param>
public sealed record PropertyAudit(
    Property Property, string Source, int Values, int Missing, int? Distinct, int? Zeros, ValueRange? Range, string Commonest,
    int CommonestCount)
{
    /// <summary>Share of the values, in 0..1, that are the commonest one.</summary>
    public double CommonestShare => Values == 0 ? 0 : (double)CommonestCount / Values;
}
