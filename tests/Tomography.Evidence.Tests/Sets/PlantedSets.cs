using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Evidence.Tests;

/// <summary>
/// One target whose error each set of properties lowers in a known way: some properties are needed, some stand in for each other, two may
/// tell something only together, one tells a little, the others nothing. The errors of models are drawn as trained ones scatter.
/// </summary>
internal sealed class PlantedSets
{
    private const int Properties = 8, Materials = 1000;
    private const double WidthHarm = 0.003, Agreement = 0.9;

    private readonly int _draw;
    private readonly double _scatter;
    private readonly List<(int[][] Ways, double Effect)> _needs = [];
    private readonly double[] _size, _common;
    private readonly Dictionary<(PropertySet, int), (double Validation, TestErrors Test)> _models = [];

    /// <summary>Draws what is true.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="scatter">How much trained models scatter by themselves, as a fraction of their error.</param>
    /// <param name="least">The least that the property which tells a little takes off, as a fraction.</param>
    /// <param name="most">The most.</param>
    public PlantedSets(int draw, double scatter, double least, double most)
    {
        (_draw, _scatter) = (draw, scatter);
        var random = Stream("truth");
        int[] order = [.. Enumerable.Range(0, Properties)];
        random.Shuffle(order);
        var next = 0;
        for (var need = 1 + random.Next(2); need > 0; need--)
            _needs.Add((random.Next(2) == 0 ? [[order[next++]]] : [[order[next++]], [order[next++]]], Drawn(random, 0.2, 0.4)));
        if (random.Next(4) == 0) _needs.Add(([[order[next++], order[next++]]], Drawn(random, 0.25, 0.4)));
        _needs.Add(([[order[next]]], Drawn(random, least, most)));
        var materials = Stream("materials");
        _size = [.. Enumerable.Range(0, Materials).Select(_ => Math.Exp(0.8 * Normal(materials)))];
        _common = [.. Enumerable.Range(0, Materials).Select(_ => Normal(materials))];
    }

    /// <summary>The question: two seeds search and three judge.</summary>
    public SufficiencyQuestion Question { get; init; } = new(
        new("target"), [.. Enumerable.Range(0, Properties).Select(Name)], 0.1, 4, [1, 2], [3, 4, 5]) { HasPeers = true };

    /// <summary>The smallest sets that truly suffice.</summary>
    public ImmutableArray<PropertySet> Minimal
    {
        get
        {
            PropertySet[] all = [.. Enumerable.Range(0, 1 << Properties).Select(bits =>
                new PropertySet(Enumerable.Range(0, Properties).Where(p => (bits >> p & 1) == 1).Select(Name)))];
            PropertySet[] enough = [.. all.Where(s => s.Count <= Question.AtMost && Suffices(s))];
            return [.. enough.Where(s => !enough.Any(o => o.Count < s.Count && o.All(s.Contains)))];
        }
    }

    /// <summary>Whether all properties truly take less than was asked for off the error of a set.</summary>
    public bool Suffices(PropertySet set) => 1 - TrueError(Question.Full) / TrueError(set) < Question.Within;

    /// <summary>Searches until nothing is wanted, and judges.</summary>
    public (SufficiencySearch Search, IReadOnlyDictionary<PropertySet, SufficiencyVerdict> Verdicts) Found()
    {
        var random = Stream("information");
        var told = new Dictionary<(PropertyName, PropertySet), double>();
        var search = SufficiencySearch.Of(
            Question, (name, known) => Told((name, known)), _ => 0,
            () => [.. Question.From.OrderByDescending(n => Told((n, PropertySet.None)))],
            set => Question.SearchSeeds.Average(seed => ModelOf(set, seed).Validation));
        var judge = new SetJudge(
            Question, new(Enumerable.Range(0, Materials)), (set, seed) => ModelOf(set, seed).Test);
        var sets = search.Found.Concat(search.Peers.Select(p => p.Set).OfType<PropertySet>()).ToArray();
        return (search, judge.Judge(sets).ToDictionary(p => p.Key, p => p.Value.Verdict));

        // Estimates of information are rough.
        double Told((PropertyName Name, PropertySet Known) of) => told.TryGetValue(of, out var bits)
            ? bits
            : told[of] = Math.Max(0, Math.Log2(TrueError(of.Known) / TrueError(of.Known.Union(of.Name))) + 0.05 * Normal(random));
    }

    private double TrueError(PropertySet set)
    {
        var error = Math.Pow(1 + WidthHarm, set.Count);
        foreach (var (ways, effect) in _needs)
            if (ways.Any(way => way.All(p => set.Contains(Name(p))))) error *= 1 - effect;
        return error;
    }

    private (double Validation, TestErrors Test) ModelOf(PropertySet set, int seed)
    {
        if (_models.TryGetValue((set, seed), out var known)) return known;
        int[] order = [.. Enumerable.Range(0, Materials)];
        Stream($"split {seed}").Shuffle(order);
        var random = Stream($"{set} seed {seed}");
        var level = TrueError(set) * Math.Max(0.1, 1 + _scatter * Normal(random));
        var validation = order.Skip(600).Take(200).Average(ErrorOf);
        ImmutableArray<int> test = [.. order.Skip(800)];
        return _models[(set, seed)] = (validation, new(test, [.. test.Select(ErrorOf)], 600));

        double ErrorOf(int i) => level * _size[i] * Math.Abs(Math.Sqrt(Agreement) * _common[i] + Math.Sqrt(1 - Agreement) * Normal(random));
    }

    private static PropertyName Name(int place) => new($"p{place + 1}");

    private static double Drawn(Random random, double from, double to) => from + (to - from) * random.NextDouble();

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private Random Stream(string name) => new(name.Aggregate(_draw + 17, (hash, c) => unchecked(hash * 16777619 ^ c)));
}
