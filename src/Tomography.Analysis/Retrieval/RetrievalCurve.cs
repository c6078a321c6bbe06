using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Retrieval as one property after the other is measured.</summary>
/// <param name="Method">How candidates are compared.</param>
/// <param name="Order">In which order properties are measured.</param>
/// <param name="Points">From one property to all.</param>
public sealed record RetrievalCurve(RetrievalMethod Method, RetrievalOrder Order, ImmutableArray<RetrievalPoint> Points);
