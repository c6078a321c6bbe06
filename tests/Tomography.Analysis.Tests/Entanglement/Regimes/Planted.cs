namespace Tomography.Analysis.Tests;

/// <summary>What is planted: a regime, in the order of <see cref="Regime"/>, or none.</summary>
internal enum Planted
{
    /// <summary>Few edges anywhere.</summary>
    Sparse,

    /// <summary>Communities.</summary>
    Structured,

    /// <summary>Most edges.</summary>
    Dense,

    /// <summary>One source or two inform nearly all.</summary>
    Asymmetric,

    /// <summary>Other edges in every run.</summary>
    Dynamic,

    /// <summary>Many edges that harm, and controls that inform.</summary>
    Pathological,

    /// <summary>A quarter of the edges, dealt at random: neither sparse nor dense, and without any shape.</summary>
    Shapeless,

    /// <summary>No edge.</summary>
    Nothing,
}
