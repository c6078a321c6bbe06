using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A question whose models follow from the results of others, so that it is answered in rounds.</summary>
internal interface IModelRounds
{
    /// <summary>Whether a plan asks it at all.</summary>
    bool IsAsked(Plan plan);

    /// <summary>
    /// The models that the question asks for, given the results that are there: all of them so far, each once, in the order in which they
    /// are wanted. Those that are not there make its next round; it is asked again once they are. It depends on results alone, so that a
    /// build that was stopped goes on where it was, and one without anything new to ask trains nothing.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant whose models are meant.</param>
    /// <param name="results">The results that are there.</param>
    IEnumerable<ModelSpec> Models(Plan plan, Variant variant, RoundResults results);
}
