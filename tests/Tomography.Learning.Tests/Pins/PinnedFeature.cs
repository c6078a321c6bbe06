namespace Tomography.Learning.Tests.Pins;

/// <summary>Which extra properties a pinned training has.</summary>
internal enum PinnedFeature
{
    None,

    /// <summary>The number of sites.</summary>
    Number,

    /// <summary>The crystal system, one of seven classes.</summary>
    Class,

    /// <summary>Both of these: two features at once.</summary>
    Both,
}
