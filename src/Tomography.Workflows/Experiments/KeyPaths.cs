using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>The keys of an experiment by their whole paths, for messages about keys that stand in the wrong place.</summary>
internal static class KeyPaths
{
    private static readonly string[] s_others =
    [
        "dataset.file", "dataset.csv", "dataset.folder", "dataset.phantom", "dataset.limit", "dataset.contradictions", "dataset.outliers",
        "dataset.phantom.materials", "dataset.phantom.seed", "dataset.phantom.formulas", "dataset.phantom.formula-types",
        "dataset.phantom.random-properties", "dataset.phantom.missing", "experiment", "dataset", "properties", "representations", "targets",
        "features", "controls", "together", "sufficient", "retrieval", "seeds", "retries", "split", "graph", "model", "training", "keep",
        "matrix", "predict", "candidates", "candidates.goals", "candidates.batch", "candidates.diversity", "candidates.gates",
        "candidates.representation", "simulate",
        "simulate.goals", "simulate.policies", "simulate.start", "simulate.rounds", "simulate.repeats", "simulate.models", "further",
        "analysis",
    ];

    /// <summary>All of them: settings first.</summary>
    public static ImmutableArray<string> Of(Repertoire repertoire) =>
        [.. repertoire.Study.Settings.Select(s => s.Path), .. repertoire.Analysis.Settings.Select(s => s.Path), .. s_others];
}
