namespace Tomography.Learning;

/// <summary>What a model is made for.</summary>
/// <param name="Graphs">The crystals.</param>
/// <param name="Feature">The extra properties, or none.</param>
/// <param name="Targets">Per crystal, the normalised target; not used by a joint model.</param>
/// <param name="Model">Sizes.</param>
/// <param name="Training">The recipe, of which a model needs the optimizer with its momentum and weight decay.</param>
public sealed record NetworkInputs(
    PackedGraphs Graphs,
    FeatureVectors Feature,
    float[] Targets,
    ModelSettings Model,
    TrainingSettings Training)
{
    /// <summary>The tasks of a model that learns several targets; null for a model of one.</summary>
    public JointInputs? Joint { get; init; }

    /// <summary>
    /// What the learning rate of embedding and convolutions is multiplied by, 0 or more; at 0 they stay as they are, see
    /// <see cref="TrunkStart"/>. A model of one target alone has another one than 1.
    /// </summary>
    public double TrunkRate { get; init; } = 1;

    /// <summary>Per crystal the weight of its loss, at least 0; null where each counts once.</summary>
    public double[]? CrystalWeights { get; init; }

    /// <summary>How many targets it predicts.</summary>
    public int Tasks => Joint?.Tasks.Length ?? 1;

    /// <summary>The layout of the model's parameters.</summary>
    public ParameterLayout CreateLayout() => new(
        Model, Graphs.FeatureLength, Graphs.Basis.Count, Feature.Parts,
        Joint is null ? null : new([.. Joint.Tasks.Select(t => t.Name)], Joint.Settings), Training.Loss);
}
