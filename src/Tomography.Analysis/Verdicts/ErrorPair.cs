namespace Tomography.Analysis;

/// <summary>Two models of one seed on the same test crystals, which differ in what they are given.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Without">Errors of the one that is given less.</param>
/// <param name="With">Errors of the other, crystal by crystal.</param>
internal sealed record ErrorPair(int Seed, TestErrors Without, TestErrors With);
