namespace Tomography.Datasets;

/// <summary>All that reading a dataset has to say of single rows, files, crystals and cells.</summary>
/// <param name="Excluded">What of the source is not in the dataset: each entry is a material, or a row or file that is none.</param>
/// <param name="Notes">What was noticed without costing a material.</param>
public sealed record DatasetRemarks(RemarkList Excluded, RemarkList Notes)
{
    /// <summary>Nothing.</summary>
    public static DatasetRemarks None { get; } = new(RemarkList.Empty, RemarkList.Empty);
}
