using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Store;
using Tomography.Workflows;

namespace Tomography.Evidence.Tests;

/// <summary>A study whose models were trained, as an analysis takes it.</summary>
/// <param name="Results">Its results.</param>
/// <param name="Options">What the store knows beside.</param>
internal sealed record TrainedStudy(StudyResults Results, AnalysisOptions Options)
{
    /// <summary>Its verdicts.</summary>
    public ImmutableArray<EdgeVerdict> Verdicts => VerdictAnalysis.Of(Results, new(Results), Options);

    /// <summary>The study of a plan, from what the store has.</summary>
    public static TrainedStudy Of(Plan plan, string store)
    {
        var variant = plan.Variants[0];
        var results = StudyAssembly.Collect(plan, variant, new(store), Damage);
        return new(results, AnalysisInputs.Of(plan, variant, store, Damage, Repertoire.Default));

        static void Damage(string what) => throw new InvalidDataException(what);
    }
}
