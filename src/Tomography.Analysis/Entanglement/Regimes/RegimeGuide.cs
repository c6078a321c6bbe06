using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What each regime means: driver, benefit, risk and what to do.</summary>
public static class RegimeGuide
{
    /// <summary>The advice for every regime, in the order of <see cref="Regime"/>.</summary>
    public static ImmutableArray<RegimeAdvice> All { get; } =
    [
        new(Regime.Sparse,
            "Few properties inform each other; the lattice falls into pieces.",
            "The properties share little physics, the model already sees what a feature could add, or the data are too few for small "
                + "effects to stand out.",
            "Each property can be modelled, checked and changed alone; an error in one stays there.",
            "Knowledge does not carry over: a property with little data gets no help from the others.",
            "Add bridges: measure properties that are physically linked to two pieces, and more seeds where an edge is undecided."),
        new(Regime.Structured,
            "Properties form communities that inform each other inside and little across.",
            "Families of properties with one physical cause, such as energies or the size of the cell.",
            "Sharing can follow the communities, and inside one a cheap property can stand in for a dear one.",
            "The few edges between communities carry all exchange; where one is wrong, a whole family is misled.",
            "Watch the edges between the modules: give them more seeds, and test them on new data first."),
        new(Regime.Dense,
            "Nearly every property informs every other one, over short paths.",
            "Strong common causes, or features that all tell the same about a material.",
            "Little data go a long way: whatever is measured helps everything else.",
            "An error reaches every property at once, and no single cause can be made out.",
            "Disentangle: drop features that repeat others, and let each prediction pass on to the next only with its uncertainty."),
        new(Regime.Asymmetric,
            "Influence runs one way, from few sources to many targets.",
            "A few basic properties determine derived ones, or the sources are measured better and more often.",
            "It is clear what to measure: a better source improves many targets.",
            "The sources rule the shared model; their errors become everyone's, and targets that give nothing back are neglected.",
            "Reweight the losses so that weak targets are protected, and check the sources' data first."),
        new(Regime.Dynamic,
            "Weights shift from one loop to the next.",
            "New data change the mix of materials, models are retrained on their own output, or there are too few seeds.",
            "The lattice follows the data: a change shows early where the study leaves its old ground.",
            "Decisions taken on one lattice are out of date with the next; the loop can swing without settling.",
            "Damp the loop: update weights in part, retrain less often, and check that the change along the strongest cycle dies out."),
        new(Regime.Pathological,
            "Many edges harm, or have effects that are not to be trusted, beside the sound ones.",
            "Leaks and artefacts of the data, features that mislead, or models too large for the data.",
            "It is known now, before a decision rests on it; the pruned lattice can still be used.",
            "Whatever is read off the lattice may be noise, and added features make predictions worse.",
            "Put gates before every use: prune what harms or is not to be trusted, recalibrate the uncertainties, and look for the "
                + "cause in the data."),
    ];

    /// <summary>The advice for a regime.</summary>
    public static RegimeAdvice For(Regime regime) => All.Single(advice => advice.Regime == regime);
}
