using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>All that a choice among candidates rests on.</summary>
public sealed record CandidatePool
{
    /// <summary>What is wanted, at least one goal.</summary>
    public required ImmutableArray<Goal> Goals { get; init; }

    /// <summary>What the models see of crystals.</summary>
    public required Representation Representation { get; init; }

    /// <summary>Ids of the candidates.</summary>
    public required ImmutableArray<string> Ids { get; init; }

    /// <summary>Their reduced formulas.</summary>
    public required ImmutableArray<string> Formulas { get; init; }

    /// <summary>Per goal what the models predict, each with as many models.</summary>
    public required ImmutableArray<GoalPredictions> Predictions { get; init; }

    /// <summary>Per material of the dataset the value of each goal's property, NaN where it is not known.</summary>
    public required IReadOnlyList<double[]> Known { get; init; }

    /// <summary>Per candidate the id of the material of the dataset that it is; null where it is new. Empty where all are.</summary>
    public ImmutableArray<string?> SameAs { get; init; } = [];

    /// <summary>Where the models see the candidates.</summary>
    public LatentPlaces Places { get; init; } = LatentPlaces.None;

    /// <summary>What the study concludes of edges.</summary>
    public ImmutableArray<EdgeVerdict> Verdicts { get; init; } = [];

    /// <summary>The id of the material of the dataset that a candidate is; null where it is new.</summary>
    public string? KnownAs(int candidate) => SameAs.IsEmpty ? null : SameAs[candidate];
}
