namespace Tomography.Analysis;

/// <summary>Gives the statistics of paired models: from their errors, or from where they were kept.</summary>
public interface IPairedErrors
{
    /// <summary>The statistics of some models.</summary>
    /// <param name="models">The models.</param>
    PairedErrors Of(PairedModels models);
}
