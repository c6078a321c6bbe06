using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>A dataset in three parts, as indices of its materials; no material is in two of them.</summary>
/// <param name="Train">Materials to learn from.</param>
/// <param name="Validation">Materials that choose the best epoch.</param>
/// <param name="Test">Materials whose error is reported.</param>
public sealed record Split(ImmutableArray<int> Train, ImmutableArray<int> Validation, ImmutableArray<int> Test)
{
    /// <summary>Parts materials at random: in order of a shuffle seeded by <paramref name="seed"/>, the first share trains, the next validates, the next tests.</summary>
    /// <param name="formulas">Per material its reduced formula.</param>
    /// <param name="settings">The shares, and what is kept together.</param>
    /// <param name="seed">The seed of the study.</param>
    /// <exception cref="ArgumentException">A part would be empty.</exception>
    public static Split Create(IReadOnlyList<string> formulas, SplitSettings settings, long seed)
    {
        var order = settings.By == SplitBy.Formula ? OrderByFormula(formulas, seed) : Shuffled(formulas.Count, seed);
        int count = formulas.Count, train = Part(settings.Train), validation = Part(settings.Validation), test = Part(settings.Test);
        // Rounding down each share can lose a material that shares summing to 1 promise to the test part.
        if (settings.Train + settings.Validation + settings.Test > 1 - 1e-9) test = count - train - validation;
        int validationStart = train, testStart = train + validation, end = testStart + test;
        if (settings.By == SplitBy.Formula)
        {
            validationStart = EndOfFormula(validationStart);
            testStart = EndOfFormula(Math.Max(testStart, validationStart));
            end = EndOfFormula(Math.Max(end, testStart));
        }

        if (validationStart == 0 || testStart == validationStart || end == testStart)
            throw new ArgumentException($"{count} materials do not fill the parts {settings.Train} / {settings.Validation} / {settings.Test} of a split.", nameof(settings));
        return new(
            ImmutableArray.Create(order, 0, validationStart),
            ImmutableArray.Create(order, validationStart, testStart - validationStart),
            ImmutableArray.Create(order, testStart, end - testStart));

        int Part(double share) => (int)(share * count + 1e-9);

        int EndOfFormula(int position)
        {
            while (position > 0 && position < count && formulas[order[position]] == formulas[order[position - 1]]) position++;
            return position;
        }
    }

    private static int[] Shuffled(int count, long seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Generator(seed, GeneratorPurpose.Split).Shuffle(order);
        return order;
    }

    private static int[] OrderByFormula(IReadOnlyList<string> formulas, long seed)
    {
        var groups = Enumerable.Range(0, formulas.Count).GroupBy(i => formulas[i], StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        return [.. Shuffled(groups.Length, seed).SelectMany(g => groups[g])];
    }
}
