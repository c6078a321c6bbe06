using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What would settle an edge that more seeds do not settle.</summary>
/// <param name="Lattice">The lattice of the edge.</param>
/// <param name="Representation">The representation of the edge.</param>
/// <param name="Feature">What the edge leads from: the feature, what is learnt along, the source; one property or a set.</param>
/// <param name="Target">The target of the edge.</param>
/// <param name="Remedy">What would settle it.</param>
/// <param name="Amount">How many materials or epochs in all; null where no number is known.</param>
/// <param name="Relevance">How large the effect may be, a fraction; advice comes in this order.</param>
/// <param name="Reason">Why, as a phrase for people.</param>
public sealed record SteeringAdvice(
    LatticeKind Lattice, Representation Representation, PropertySet Feature, PropertyName Target, Remedy Remedy, int? Amount,
    double Relevance, string Reason);
