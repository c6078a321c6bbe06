namespace Tomography.Learning.Cuda.Tests;

/// <summary>What is special about a model that others of its cohort have not.</summary>
public enum ModelOption
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Its trunk is trained on at a rate of its own.</summary>
    TrainedOn,

    /// <summary>Its trunk stays as it is.</summary>
    Frozen,

    /// <summary>Its crystals have weights.</summary>
    Weighted,

    /// <summary>It learns one of two classes.</summary>
    Class,

    /// <summary>It learns a number and a class, and some crystals lack either.</summary>
    Two,

    /// <summary>It learns several targets, of which few crystals have the last.</summary>
    Several,
}
