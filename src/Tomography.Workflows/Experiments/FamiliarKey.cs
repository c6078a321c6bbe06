using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>A key that other programs have and this one does not.</summary>
/// <param name="Names">How it is written, in lower case words joined by hyphens.</param>
/// <param name="Advice">How this program does what it names, as the end of a sentence.</param>
internal sealed record FamiliarKey(ImmutableArray<string> Names, string Advice)
{
    /// <summary>All that have an answer.</summary>
    public static ImmutableArray<FamiliarKey> All { get; } =
    [
        new(["scheduler", "lr-scheduler", "lr-schedule", "learning-rate-schedule"],
            "the learning rate is multiplied by 'training.gamma' after each epoch of 'training.milestones'"),
        new(["early-stopping", "early-stop", "patience"],
            "all epochs are trained, and the one with the lowest validation error counts; 'training.epochs' says how many"),
        new(["task", "task-type", "problem-type"],
            "each of 'targets' is a property whose values are numbers, and is predicted as a number"),
        new(["kind", "type", "dtype", "data-type"], "a property is numbers unless its 'classes' are listed"),
        new(["device", "devices", "gpu", "gpus", "cuda", "accelerator"],
            "devices belong to the command, like -p:TomographyDevice=cuda:0, and are found where it names none"),
        new(["workers", "num-workers", "threads", "n-jobs", "cores"], "it belongs to the command, like -p:TomographyWorkers=2"),
        new(["lr"], "write 'training.learning-rate'"),
        new(["wd", "l2"], "write 'training.weight-decay'"),
        new(["batch", "bs"], "write 'training.batch-size'"),
        new(["loss", "loss-function", "criterion"], "models learn by the squared error of the normalised target"),
        new(["cv", "k-fold", "kfold", "n-folds", "folds", "cross-validation"], "cross-validation is written 'split: { rotate: 5 }'"),
        new(["output", "output-dir", "save-dir", "out"], "it belongs to the command, like -p:TomographyOutput=folder"),
        new(["store", "cache"], "it belongs to the command, like -p:TomographyStore=folder"),
        new(["name", "title"], "the name stands behind 'experiment'"),
        new(["data", "data-path", "data-dir", "path", "json", "cif", "cifs", "xyz", "extxyz", "poscar", "tsv", "xlsx", "url"],
            "the dataset is written 'dataset: { file: path }'"),
    ];

    /// <summary>The entry of a key, however its words are joined; null where there is none.</summary>
    public static FamiliarKey? Find(string key) =>
        All.FirstOrDefault(f => f.Names.Contains(key.Replace('_', '-'), StringComparer.OrdinalIgnoreCase));
}
