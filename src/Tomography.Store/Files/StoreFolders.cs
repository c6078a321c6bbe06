namespace Tomography.Store;

/// <summary>Where things lie in a store.</summary>
/// <param name="Root">Full path of the store.</param>
public sealed record StoreFolders(string Root)
{
    /// <summary>Results of jobs, in folders named by the first two digits of their keys.</summary>
    public string Results => Path.Combine(Root, "results");

    /// <summary>Latent vectors of baselines, beside their results.</summary>
    public string Latents => Path.Combine(Root, "latents");

    /// <summary>Predictions of models for their validation and test parts, beside their results.</summary>
    public string Predictions => Path.Combine(Root, "predictions");

    /// <summary>Best weights of models, beside their results.</summary>
    public string Weights => Path.Combine(Root, "weights");

    /// <summary>Splits of datasets, by the hash of their content.</summary>
    public string Splits => Path.Combine(Root, "splits");

    /// <summary>Entanglement lattices of earlier runs, by experiment.</summary>
    public string Lattices => Path.Combine(Root, "lattices");

    /// <summary>What the errors of paired models come to, by experiment and variant.</summary>
    public string Statistics => Path.Combine(Root, "statistics");

    /// <summary>Trainings that were stopped, by key.</summary>
    public string Checkpoints => Path.Combine(Root, "checkpoints");

    /// <summary>The last failure of jobs that have no result, by key.</summary>
    public string Failures => Path.Combine(Root, "failures");

    /// <summary>What was damaged and has been set aside.</summary>
    public string Damaged => Path.Combine(Root, "damaged");

    /// <summary>Prepared datasets, by key.</summary>
    public string Datasets => Path.Combine(Root, "datasets");

    /// <summary>Packed graphs, by the hash of what they were made from.</summary>
    public string Graphs => Path.Combine(Root, "graphs");

    /// <summary>Who trains what at this moment.</summary>
    public string Claims => Path.Combine(Root, "claims");

    /// <summary>Builds that use the store at this moment.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>What was handed to a cluster's scheduler, a folder per array.</summary>
    public string Arrays => Path.Combine(Root, "arrays");

    /// <summary>Workers with the runtime that they need, for machines that have neither.</summary>
    public string Workers => Path.Combine(Root, "workers");

    /// <summary>Logs of workers and failures.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>
    /// Files being written. They are renamed to their place once they are whole, so nothing half-written stands anywhere else.
    /// </summary>
    public string Temporary => Path.Combine(Root, "tmp");

    /// <summary>Where the result of a job lies.</summary>
    public string ResultOf(JobKey key) => Path.Combine(Results, key.Value[..2], key.Value + ".json");

    /// <summary>Where the table of a prepared dataset lies.</summary>
    /// <param name="dataset">The dataset's key.</param>
    public string TableOf(string dataset) => Path.Combine(Datasets, dataset, "table.bin");

    /// <summary>Where packed graphs lie.</summary>
    /// <param name="hash">The hash of what they were made from.</param>
    public string GraphsOf(string hash) => Path.Combine(Graphs, hash + ".bin");

    /// <summary>Where a split lies.</summary>
    /// <param name="hash">The hash of its content.</param>
    public string SplitOf(string hash) => Path.Combine(Splits, hash + ".bin");
}
