namespace Tomography.Workflows;

/// <summary>Where workers come from.</summary>
public interface IWorkerSource
{
    /// <summary>What messages call it: the program that is started.</summary>
    string Name { get; }

    /// <summary>How many models a worker likes to train side by side at most, at least 1.</summary>
    int CohortSize { get; }

    /// <summary>Starts a worker.</summary>
    /// <param name="folders">The store that it works for.</param>
    /// <param name="number">Which of the workers at a time it is, from 1.</param>
    /// <exception cref="IOException">Its log cannot be written.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The program does not exist.</exception>
    IWorker Start(StoreFolders folders, int number);
}
