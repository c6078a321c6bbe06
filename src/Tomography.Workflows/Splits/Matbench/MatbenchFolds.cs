namespace Tomography.Workflows;

/// <summary>The five folds that matbench v0.1 prescribes: which fold tests a row of a task's file.</summary>
internal static class MatbenchFolds
{
    /// <summary>How many folds there are.</summary>
    public const int Count = 5;

    private const uint Seed = 18012019;

    /// <summary>The fold of each row of a task that predicts a number.</summary>
    /// <param name="rows">How many rows the task has.</param>
    public static int[] OfNumbers(int rows)
    {
        var order = Enumerable.Range(0, rows).ToArray();
        new MersenneTwister(Seed).Shuffle(order);
        var (folds, at) = (new int[rows], 0);
        for (var fold = 0; fold < Count; fold++)
            for (var left = SizeOf(fold, rows); left > 0; left--)
                folds[order[at++]] = fold;
        return folds;
    }

    /// <summary>The fold of each row of a task that predicts a class: each fold has its share of each class.</summary>
    /// <param name="classes">The class of each row.</param>
    public static int[] OfClasses(IReadOnlyList<double> classes)
    {
        // Classes count in the order in which they appear, and their rows are dealt as if they stood one class after the other.
        var rows = Enumerable.Range(0, classes.Count).GroupBy(i => classes[i]).Select(g => g.ToArray()).ToArray();
        var (random, folds, start) = (new MersenneTwister(Seed), new int[classes.Count], 0);
        foreach (var ofClass in rows)
        {
            int[] dealt = [.. Enumerable.Range(start, ofClass.Length).Select(place => place % Count).Order()];
            random.Shuffle(dealt);
            for (var i = 0; i < ofClass.Length; i++) folds[ofClass[i]] = dealt[i];
            start += ofClass.Length;
        }

        return folds;
    }

    /// <summary>The first folds have a row more where the rows cannot be shared evenly.</summary>
    private static int SizeOf(int fold, int rows) => rows / Count + (fold < rows % Count ? 1 : 0);
}
