using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>How a closed loop of choosing and measuring is simulated.</summary>
/// <param name="Goals">What is wanted, at least one goal that tells better from worse.</param>
/// <param name="Policies">How is chosen, each by itself.</param>
/// <param name="Start">How many materials are measured at first; at least 10.</param>
/// <param name="Batch">How many are measured in each round; at least 1.</param>
/// <param name="Rounds">How many rounds there are; at least 1.</param>
/// <param name="Repeats">How often all is repeated from other first materials; at least 2, for intervals.</param>
/// <param name="Models">How many models predict each goal; at least 2, for a spread.</param>
public sealed record LoopSettings(
    ImmutableArray<Goal> Goals, ImmutableArray<LoopPolicy> Policies, int Start = LoopSettings.UsualStart,
    int Batch = LoopSettings.UsualBatch, int Rounds = LoopSettings.UsualRounds, int Repeats = LoopSettings.UsualRepeats,
    int Models = LoopSettings.UsualModels)
{
    /// <summary>What is used where nobody says.</summary>
    public const int UsualStart = 40, UsualBatch = 10, UsualRounds = 6, UsualRepeats = 5, UsualModels = 3;

    /// <summary>Share of the materials that are measured which train models; the rest chooses their best epoch.</summary>
    public const double TrainShare = 0.8;

    /// <summary>Share of the new weight in a damped update of the lattice, above 0 to 1.</summary>
    public double Damping { get; init; } = 0.5;

    /// <summary>How many experiments there are after the first materials.</summary>
    public int Experiments => Batch * Rounds;
}
