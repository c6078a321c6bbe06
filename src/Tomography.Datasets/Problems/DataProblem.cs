using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A kind of problem of a dataset, with how often and where it stands.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Count">How many rows, cells or columns it concerns.</param>
/// <param name="FirstPlaces">The first of them, five at most, like <c>line 17 (mp-123): ...</c>.</param>
/// <param name="Message">What is wrong, in words.</param>
/// <param name="Suggestion">What to do about it.</param>
public sealed record DataProblem(DataProblemKind Kind, int Count, ImmutableArray<string> FirstPlaces, string Message, string Suggestion)
{
    /// <summary>Whether it has more places than <see cref="FirstPlaces"/>.</summary>
    public bool HasMorePlaces => Count > FirstPlaces.Length;

    /// <summary>Whether nothing is wrong: it says how something was understood, or what is of no use.</summary>
    public bool IsNote => Kind is DataProblemKind.HowRead or DataProblemKind.UnusableColumn;
}
