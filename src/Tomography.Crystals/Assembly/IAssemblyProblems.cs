namespace Tomography.Crystals;

/// <summary>
/// Takes what is wrong with a crystal; positions are those of its <see cref="RawSite"/>s, which each format counts in its way.
/// </summary>
internal interface IAssemblyProblems
{
    /// <summary>Something was decided that the file leaves open; the crystal stays.</summary>
    void Warn(int position, string message, string suggestion, CrystalProblemKind kind = CrystalProblemKind.Content);

    /// <summary>There is no crystal.</summary>
    void Error(int position, string message, string suggestion, CrystalProblemKind kind = CrystalProblemKind.Content);
}
