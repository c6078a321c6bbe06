using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What is wanted of a property of a material: something to be small, large or near a value, bounds, or both.</summary>
/// <param name="Property">The property.</param>
/// <param name="Aim">What is wanted of it, beside bounds.</param>
/// <param name="From">The smallest value that is allowed, in the property's unit; null for any.</param>
/// <param name="To">The largest value that is allowed, at least <paramref name="From"/>; null for any.</param>
public sealed record Goal(PropertyName Property, GoalAim Aim, double? From, double? To)
{
    /// <summary>Of <see cref="GoalAim.Near"/> the value that is aimed at, in the property's unit; 0 otherwise.</summary>
    public double AimedAt { get; init; }

    /// <summary>The value from which on nothing counts as good, in the property's unit; null where nobody stated one.</summary>
    public double? Reference { get; init; }

    /// <summary>Whether better and worse values are told apart.</summary>
    public bool IsObjective => Aim != GoalAim.None;

    /// <summary>Whether some values are not allowed.</summary>
    public bool HasBounds => From is not null || To is not null;

    /// <summary>Whether a value is allowed.</summary>
    public bool IsMet(double value) => !(value < From) && !(value > To);

    /// <summary>How bad a value is, in the property's unit; the smaller the better. 0 for a goal that has bounds alone.</summary>
    public double Cost(double value) => Aim switch
    {
        GoalAim.Minimise => value,
        GoalAim.Maximise => -value,
        GoalAim.Near => Math.Abs(value - AimedAt),
        _ => 0,
    };

    /// <summary>The value of a cost: its inverse, of a distance the distance itself.</summary>
    public double ValueOf(double cost) => Aim == GoalAim.Maximise ? -cost : cost;

    /// <summary>
    /// The cost of what was stated as the value from which on nothing counts; where none was, that of the bound; else null.
    /// </summary>
    public double? ReferenceCost => Reference is { } stated ? Aim == GoalAim.Near ? stated : Cost(stated)
        : Aim == GoalAim.Minimise && To is { } most ? Cost(most)
        : Aim == GoalAim.Maximise && From is { } least ? Cost(least)
        : null;

    /// <summary>The chance that a value is allowed which is normal around a mean.</summary>
    /// <param name="mean">The mean, in the property's unit.</param>
    /// <param name="deviation">The standard deviation, at least 0.</param>
    public double ChanceOf(double mean, double deviation)
    {
        if (!HasBounds) return 1;
        if (deviation <= 0) return IsMet(mean) ? 1 : 0;
        return Math.Clamp(Below(To, 1) - Below(From, 0), 0, 1);

        double Below(double? bound, double otherwise) => bound is not { } b ? otherwise
            : MathNet.Numerics.Distributions.Normal.CDF(mean, deviation, b);
    }
}
