using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// The couplings of a representation in numbers. A coupling is a feature, or a set of them, with a target that is none of them.
/// </summary>
/// <param name="Representation">The representation.</param>
/// <param name="Form">The form of importance.</param>
/// <param name="Couplings">How many couplings were asked for.</param>
/// <param name="Missing">How many of them have no importance.</param>
/// <param name="Significant">How many are significant: even the worst case improves the error.</param>
/// <param name="Harmful">How many are harmful: even the best case makes the error larger.</param>
/// <param name="ByChance">
/// How many would be significant (and as many harmful) by chance alone if no feature did anything: over all seeds, where all errors of one
/// model are below all of the other, A! B! / (A + B)! for A and B seeds; paired, where all S seeds improve, 2^-S.
/// </param>
/// <param name="Strongest">The significant coupling with the most negative change; null where none is significant.</param>
public sealed record CouplingSummary(
    Representation Representation,
    ImportanceForm Form,
    int Couplings,
    int Missing,
    int Significant,
    int Harmful,
    double ByChance,
    ImportanceCell? Strongest);
