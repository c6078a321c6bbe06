namespace Tomography.Analysis;

/// <summary>
/// What a feature does to the test error for one seed: augmented / baseline - 1, as a fraction; negative is an improvement.
/// </summary>
/// <param name="Seed">The seed that both models share.</param>
/// <param name="Change">The relative change of the error; at least -1, finite.</param>
public readonly record struct SeedChange(int Seed, double Change);
