using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>Where a property lies in the drawing of a lattice.</summary>
/// <param name="Node">The property.</param>
/// <param name="Community">Place of its community from 0; null where it is alone.</param>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="Angle">Angle on the circle, radians clockwise from the right.</param>
internal sealed record LatticePlace(PropertyName Node, int? Community, double X, double Y, double Angle);
