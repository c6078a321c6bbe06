namespace Tomography.Learning;

/// <summary>How far a model has come for one of its targets.</summary>
/// <param name="Best">The model at the best epoch so far; the initial model before the first epoch ends.</param>
/// <param name="BestEpoch">That epoch; 0 before the first ends.</param>
/// <param name="BestMae">Its validation error in the target's unit; infinite before the first epoch ends.</param>
public sealed record TargetProgress(ModelState Best, int BestEpoch, double BestMae);
