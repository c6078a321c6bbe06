namespace Tomography.Workflows;

/// <summary>What is kept of models beside their results. Nothing of it changes a result.</summary>
/// <param name="Weights">Of which models the weights of the best epoch are kept.</param>
/// <param name="TestPredictions">Of which models <c>test-predictions.csv</c> lists the predictions.</param>
public sealed record KeepSettings(KeptModels Weights = KeptModels.Baselines, KeptModels TestPredictions = KeptModels.Baselines)
{
    /// <summary>What a model leaves in the store beside its result.</summary>
    public Kept Of(Datasets.ModelSpec spec) =>
        Kept.Predictions
        | (spec.IsBaseline ? Kept.Latents : Kept.Nothing)
        | (Counts(Weights, spec) ? Kept.Weights : Kept.Nothing);

    /// <summary>Whether the predictions of a model are listed.</summary>
    public bool ListsPredictionsOf(Datasets.ModelSpec spec) => Counts(TestPredictions, spec);

    private static bool Counts(KeptModels kept, Datasets.ModelSpec spec) =>
        kept == KeptModels.All || (kept == KeptModels.Baselines && spec.IsBaseline);
}
