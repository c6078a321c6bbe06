namespace Tomography.Crystals;

/// <summary>A crystal of a CIF file.</summary>
/// <param name="BlockName">Name of its data block, without <c>data_</c>.</param>
/// <param name="Crystal">The crystal: all sites of the cell as the file describes it.</param>
public sealed record CifStructure(string BlockName, Crystal Crystal);
