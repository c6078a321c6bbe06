namespace Tomography.Learning;

/// <summary>
/// What a stream of random numbers is for. Each purpose has its own stream, so that drawing more numbers for one (a longer feature,
/// another epoch) changes no other: baseline and augmented model of one seed share split, batch order and initial weights.
/// </summary>
public enum GeneratorPurpose
{
    /// <summary>Which materials a limited dataset keeps.</summary>
    Subset = 1,

    /// <summary>Which materials are for training, validation and test.</summary>
    Split = 2,

    /// <summary>The initial weights of one block of parameters; the block's name is mixed in.</summary>
    Weights = 3,

    /// <summary>The order of the training materials in each epoch.</summary>
    Shuffle = 4,

    /// <summary>The values of a control feature; its name is mixed in.</summary>
    Control = 5,

    /// <summary>The parts of a rotating split; the seed is the number of the deal.</summary>
    Deal = 6,

    /// <summary>The order in which conflicts of gradients are taken away; the seed is the number of the step.</summary>
    Projection = 7,

    /// <summary>Which materials no model of a study sees; the same for all seeds.</summary>
    HoldOut = 8,

    /// <summary>Which materials of the training part keep their labels where a model learns from few.</summary>
    Labels = 9,
}
