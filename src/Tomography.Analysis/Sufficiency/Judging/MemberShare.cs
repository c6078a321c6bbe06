using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What a property adds to those of a set that tell more about the target.</summary>
/// <param name="Property">The property.</param>
/// <param name="Bits">What it tells about the target beyond the properties before it, bits, at least 0.</param>
/// <param name="Parts">
/// What it tells redundantly, uniquely and synergetically beside those before it: by BROJA, else by ranks. Null for the first, and where
/// too few materials have all.
/// </param>
/// <param name="Without">
/// By how much the validation error of the set grows without it, as a fraction of the set's error; null where that was not trained.
/// </param>
public sealed record MemberShare(PropertyName Property, double Bits, PartsEstimate? Parts, double? Without);
