using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A material of a source before its crystal is read.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Id">Its id.</param>
/// <param name="ReadCrystal">Gives its crystal; called once, perhaps on another thread.</param>
/// <param name="Characters">Characters that the row already holds in memory for its crystal; 0 where that is read later.</param>
/// <param name="Values">Its cells by column; columns beyond its end are missing.</param>
internal sealed record SourceRow(RowPlace Place, string Id, Func<RowCrystal> ReadCrystal, int Characters, Cell[] Values);
