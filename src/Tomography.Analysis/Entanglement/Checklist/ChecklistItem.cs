using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>One place of the checklist.</summary>
/// <param name="Place">The place.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Measured">What the number is, as a sentence; or what it would take to measure it.</param>
/// <param name="Number">The number; null where it was not measured.</param>
/// <param name="Limit">Above this the place needs attention, unless <paramref name="Measured"/> says below.</param>
/// <param name="Status">What was found.</param>
public sealed record ChecklistItem(
    ChecklistPlace Place,
    string Title,
    string Measured,
    double? Number,
    double Limit,
    ChecklistStatus Status)
{
    /// <summary>The representation whose lattice or models were measured; null where it is the same for all.</summary>
    public Representation? Representation { get; init; }
}
