namespace Tomography.Analysis;

/// <summary>What an edge leads from. Edges of one kind are corrected together, apart from those of the others.</summary>
public enum EdgeKind
{
    /// <summary>From a property that the model is told, or a set of them.</summary>
    Feature,

    /// <summary>From what the model learns along with the target.</summary>
    Transfer,

    /// <summary>From the target of the trained model that it starts from.</summary>
    Start,
}
