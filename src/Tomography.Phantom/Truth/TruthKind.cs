namespace Tomography.Phantom;

/// <summary>What is true of a feature and a target, given a representation.</summary>
public enum TruthKind
{
    /// <summary>The feature takes at least <see cref="PhantomTruth.Tells"/> off the least possible error.</summary>
    Tells,

    /// <summary>It takes off more than nothing, and less than that.</summary>
    Little,

    /// <summary>
    /// What it says of the target the representation says, too: it can help a network that has not learnt to read that, and no perfect one.
    /// </summary>
    Learnable,

    /// <summary>It says nothing of the target, with the representation or without.</summary>
    None,
}
