using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>How it is measured how sure predictions are, and which of them pass.</summary>
public sealed record UncertaintySettings
{
    /// <summary>Share of new crystals whose true value an interval is to hold; from 0.5 to 0.99.</summary>
    public double Level { get; init; } = 0.9;

    /// <summary>How many crystals that no model saw the level takes: intervals are judged by halves of them.</summary>
    public int Fewest => 2 * ConformalQuantile.Needed(Level);

    /// <summary>To how many of the nearest training crystals a distance is taken; at least 1.</summary>
    public int Neighbours { get; init; } = 5;

    /// <summary>Share of the training crystals that lie inside the domain by their own distances; above 0 and below 1.</summary>
    public double Domain { get; init; } = 0.95;

    /// <summary>Within what intervals are calibrated.</summary>
    public CalibratedWithin Within { get; init; } = CalibratedWithin.All;

    /// <summary>The widest intervals that pass; targets without one pass at any width.</summary>
    public ImmutableArray<WidthGate> Widths { get; init; } = [];
}
