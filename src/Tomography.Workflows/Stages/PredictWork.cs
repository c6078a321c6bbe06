namespace Tomography.Workflows;

/// <summary>What <c>-t:Predict</c> does for an experiment.</summary>
/// <param name="Models">The plan with the models that predict, and no others.</param>
/// <param name="Study">The whole plan, whose verdicts gates look at; it is not trained.</param>
/// <param name="Experiment">The experiment.</param>
public sealed record PredictWork(Plan Models, Plan Study, Experiment Experiment);
