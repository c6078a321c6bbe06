using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>A dataset in three parts, as indices of its materials; no material is in two of them.</summary>
/// <param name="Train">Materials to learn from.</param>
/// <param name="Validation">Materials that choose the best epoch.</param>
/// <param name="Test">Materials whose error is reported.</param>
public sealed record Split(ImmutableArray<int> Train, ImmutableArray<int> Validation, ImmutableArray<int> Test)
{
    /// <summary>Materials that no model of a study looks at, ascending, to judge all of them by; in none of the three parts.</summary>
    public ImmutableArray<int> HeldOut { get; init; } = [];

    /// <summary>Whether a part has no material.</summary>
    public bool HasEmptyPart => Train.IsEmpty || Validation.IsEmpty || Test.IsEmpty;

    /// <summary>
    /// Parts materials at random: in order of a shuffle seeded by <paramref name="seed"/>, the first share trains, the next validates, the
    /// next tests.
    /// </summary>
    /// <param name="count">How many materials there are.</param>
    /// <param name="groups">Per material a group that stays in one part; null where each material is drawn on its own.</param>
    /// <param name="shares">The shares.</param>
    /// <param name="seed">The seed of the study.</param>
    /// <returns>The parts; empty ones where there are too few materials.</returns>
    public static Split ByShares(int count, IReadOnlyList<string>? groups, SplitShares shares, long seed)
    {
        var order = Dealt(count, groups, new(seed, GeneratorPurpose.Split));
        int train = Part(shares.Train), validation = Part(shares.Validation), test = Part(shares.Test);
        // Rounding down each share can lose a material that shares summing to 1 promise to the test part.
        if (shares.Train + shares.Validation + shares.Test > 1 - 1e-9) test = count - train - validation;
        int validationStart = EndOfGroup(order, groups, train);
        var testStart = EndOfGroup(order, groups, Math.Max(train + validation, validationStart));
        var end = EndOfGroup(order, groups, Math.Max(train + validation + test, testStart));
        return new(
            ImmutableArray.Create(order, 0, validationStart),
            ImmutableArray.Create(order, validationStart, testStart - validationStart),
            ImmutableArray.Create(order, testStart, end - testStart));

        int Part(double share) => (int)(share * count + 1e-9);
    }

    /// <summary>
    /// Parts materials by rotation: a shuffle of its own per deal is cut into equal parts, of which one tests, the next validates and the
    /// others train. Over the parts of a deal every material is tested once.
    /// </summary>
    /// <param name="count">How many materials there are.</param>
    /// <param name="groups">Per material a group that stays in one part; null where each material is drawn on its own.</param>
    /// <param name="parts">How many parts, at least 3.</param>
    /// <param name="place">Which rotation, from 0: part (place mod parts) of deal (place / parts) tests.</param>
    /// <returns>The split; with empty parts where there are too few materials.</returns>
    public static Split ByRotation(int count, IReadOnlyList<string>? groups, int parts, int place)
    {
        var order = Dealt(count, groups, new(place / parts, GeneratorPurpose.Deal));
        var starts = Enumerable.Range(0, parts + 1).Select(p => EndOfGroup(order, groups, (int)((long)p * count / parts))).ToArray();
        return ByParts(parts, place, p => order.AsSpan(starts[p], starts[p + 1] - starts[p]).ToArray());
    }

    /// <summary>Parts materials by stated parts, of which one tests, the next validates and the others train.</summary>
    /// <param name="parts">How many parts, at least 3.</param>
    /// <param name="place">Part (place mod parts) tests.</param>
    /// <param name="part">The materials of a part.</param>
    public static Split ByParts(int parts, int place, Func<int, int[]> part)
    {
        int test = place % parts, validation = (test + 1) % parts;
        return new(
            [.. Enumerable.Range(0, parts).Where(p => p != test && p != validation).SelectMany(part)],
            [.. part(validation)],
            [.. part(test)]);
    }

    /// <summary>Parts materials around a stated test part: of the others, in random order, the first train and the rest validate.</summary>
    /// <param name="test">The test part.</param>
    /// <param name="others">The other materials.</param>
    /// <param name="train">The share of the others that trains.</param>
    /// <param name="seed">The seed of the study.</param>
    public static Split Around(ImmutableArray<int> test, ImmutableArray<int> others, double train, long seed)
    {
        var order = others.ToArray();
        new Generator(seed, GeneratorPurpose.Split).Shuffle(order);
        var end = (int)(train * order.Length + 1e-9);
        return new([.. order[..end]], [.. order[end..]], test);
    }

    /// <summary>
    /// Draws what is held out: the first share of a shuffle that depends on nothing but the number of materials and their groups.
    /// </summary>
    /// <param name="count">How many materials there are.</param>
    /// <param name="groups">Per material a group that is held out whole or not at all; null where each is drawn on its own.</param>
    /// <param name="share">The share to hold out, from 0 to below 1.</param>
    /// <returns>The materials, ascending.</returns>
    public static ImmutableArray<int> HoldOut(int count, IReadOnlyList<string>? groups, double share)
    {
        var order = Dealt(count, groups, new(0, GeneratorPurpose.HoldOut));
        return [.. order[..EndOfGroup(order, groups, (int)(share * count + 1e-9))].Order()];
    }

    /// <summary>Names the materials of a split that was dealt over some materials of a dataset by their places in the dataset.</summary>
    /// <param name="materials">The materials that it was dealt over.</param>
    /// <param name="heldOut">Those that it was not dealt over.</param>
    public Split Among(ImmutableArray<int> materials, ImmutableArray<int> heldOut)
    {
        return new(Named(Train), Named(Validation), Named(Test)) { HeldOut = heldOut };

        ImmutableArray<int> Named(ImmutableArray<int> part) => [.. part.Select(i => materials[i])];
    }

    /// <summary>The same parts, of some materials only: a material stands in the same part for all models of a seed.</summary>
    /// <param name="materials">The materials that stay.</param>
    public Split Within(IReadOnlyCollection<int> materials)
    {
        var kept = materials.ToHashSet();
        return new(Kept(Train), Kept(Validation), Kept(Test)) { HeldOut = Kept(HeldOut) };

        ImmutableArray<int> Kept(ImmutableArray<int> part) => [.. part.Where(kept.Contains)];
    }

    /// <summary>
    /// The split with the first so many materials of a shuffle of the training part in place of it: fewer are a part of more, for one seed.
    /// </summary>
    /// <param name="count">How many train, at least 1; all there are where it is more.</param>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="among">The materials that may be taken, for validation and test as well; null for all.</param>
    public Split Labelled(int count, long seed, IReadOnlyCollection<int>? among)
    {
        var order = Train.ToArray();
        new Generator(seed, GeneratorPurpose.Labels).Shuffle(order);
        var drawn = this with { Train = [.. order] };
        var own = among is null ? drawn : drawn.Within(among);
        return own with { Train = own.Train[..Math.Min(count, own.Train.Length)] };
    }

    private static int[] Dealt(int count, IReadOnlyList<string>? groups, Generator generator)
    {
        if (groups is null) return Shuffled(count, generator);
        var members = Enumerable.Range(0, groups.Count).GroupBy(i => groups[i], StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        return [.. Shuffled(members.Length, generator).SelectMany(g => members[g])];
    }

    private static int[] Shuffled(int count, Generator generator)
    {
        var order = Enumerable.Range(0, count).ToArray();
        generator.Shuffle(order);
        return order;
    }

    private static int EndOfGroup(int[] order, IReadOnlyList<string>? groups, int position)
    {
        if (groups is null) return position;
        while (position > 0 && position < order.Length && groups[order[position]] == groups[order[position - 1]]) position++;
        return position;
    }
}
