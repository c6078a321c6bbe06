namespace Tomography.Learning.Tests.Pins;

/// <summary>Which extra property a pinned training has.</summary>
internal enum PinnedFeature
{
    None,

    /// <summary>The number of sites.</summary>
    Number,

    /// <summary>The crystal system, one of seven classes.</summary>
    Class,
}
