namespace Tomography.Learning;

/// <summary>What a model is made for.</summary>
/// <param name="Graphs">The crystals.</param>
/// <param name="Feature">The extra properties, or none.</param>
/// <param name="Targets">Per crystal, the normalised target.</param>
/// <param name="Model">Sizes.</param>
/// <param name="Training">The recipe, of which a model needs the optimizer with its momentum and weight decay.</param>
public sealed record NetworkInputs(
    PackedGraphs Graphs,
    FeatureVectors Feature,
    float[] Targets,
    ModelSettings Model,
    TrainingSettings Training)
{
    /// <summary>The layout of the model's parameters.</summary>
    public ParameterLayout CreateLayout() => new(Model, Graphs.FeatureLength, Graphs.Basis.Count, Feature.Parts);
}
