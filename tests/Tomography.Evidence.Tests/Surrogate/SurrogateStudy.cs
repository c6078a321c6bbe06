using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Evidence.Tests;

/// <summary>
/// One dataset and all models that could be trained on it, as errors alone: that of a crystal is its size, known to all models, times
/// how far a model is off there, which other models partly share, times what the feature and the training do.
/// </summary>
internal sealed class SurrogateStudy
{
    private static readonly PropertyName s_control = new("shuffled");

    private readonly SurrogateDesign _design;
    private readonly int _draw;
    private readonly double[] _size, _common;
    private readonly int[] _formula;
    private readonly double _ofAllFormulas;
    private readonly Dictionary<(ModelSpec, PropertyName), TestErrors> _errors = [];

    /// <summary>Draws a dataset.</summary>
    public SurrogateStudy(SurrogateDesign design, int draw)
    {
        (_design, _draw) = (design, draw);
        var random = Stream("dataset");
        _size = Draw(design.Materials, () => Math.Exp(0.8 * Normal(random)));
        _common = Draw(design.Materials, () => Normal(random));
        _formula = Formulas(design);
        _ofAllFormulas = design.EffectScatter
            * Math.Sqrt(_formula.CountBy(f => f).Sum(f => Math.Pow((double)f.Value / design.Materials, 2)));
    }

    /// <summary>The true effect of a feature.</summary>
    public double TruthOf(PropertySet feature) => _design.Effects[FeatureNumber(feature)];

    /// <summary>The verdicts on the study as planned, and on further seeds of some edges.</summary>
    /// <param name="further">
    /// Further models with their baselines and controls, and the round that asked for each; none for the study as planned.
    /// </param>
    public ImmutableArray<EdgeVerdict> Verdicts(IReadOnlyDictionary<ModelSpec, int>? further = null) =>
        Analyzed(further, VerdictAnalysis.Of);

    /// <summary>Results of the study, with further models, as an analysis takes them.</summary>
    public T Analyzed<T>(
        IReadOnlyDictionary<ModelSpec, int>? further, Func<StudyResults, ScoreIndex, AnalysisOptions, T> analysis)
    {
        ImmutableArray<PropertyName> targets = [.. Enumerable.Range(1, _design.Targets).Select(t => new PropertyName($"target-{t}"))];
        ImmutableArray<PropertySet> features =
        [
            .. Enumerable.Range(1, _design.Effects.Length).Select(f => (PropertySet)new PropertyName($"feature-{f}")),
            .. _design.HasControl ? [(PropertySet)s_control] : Array.Empty<PropertySet>(),
        ];
        ImmutableArray<int> seeds = [.. Enumerable.Range(1, _design.Seeds)];
        ImmutableArray<ModelSpec> models =
        [
            .. (from t in targets
                from f in features.Insert(0, PropertySet.None)
                from s in seeds
                select new ModelSpec(Representation.Structure, t, f, PropertySet.None, s)).Concat(further?.Keys ?? []).Distinct(),
        ];
        var results = new StudyResults(
            "surrogate", new("surrogate", true, _design.Materials, _design.Materials, _design.Materials, 0), [Representation.Structure],
            [.. targets.Select(Number)], features, [.. targets.Concat(features.SelectMany(f => f)).Select(Number)], seeds, models,
            [.. models.Select(Score)])
        {
            Controls = _design.HasControl ? [s_control] : [],
            Rounds = further ?? ImmutableDictionary<ModelSpec, int>.Empty,
        };
        return analysis(results, new(results), new()
        {
            TestErrors = ErrorsOf,
            Formulas = [.. Enumerable.Range(0, _design.Materials).Select(i => $"F{_formula[i]}")],
        });
    }

    /// <summary>
    /// The same errors as transfers: what is a feature there is learnt along, and the control is noise in its place. Only the edges to
    /// the targets of the study are looked at.
    /// </summary>
    /// <param name="further">Further seeds of single edges, by partner and target, and the round that asked for each.</param>
    /// <param name="sharing">What learning anything along costs, noise or not, a fraction.</param>
    public (StudyResults Results, AnalysisOptions Options) Transfers(
        IReadOnlyDictionary<(PropertyName Partner, PropertyName Target, int Seed), int> further, double sharing = 0)
    {
        PropertyName[] targets = [.. Enumerable.Range(1, _design.Targets).Select(t => new PropertyName($"target-{t}"))];
        PropertyName[] partners = [.. Enumerable.Range(1, _design.Effects.Length).Select(f => new PropertyName($"feature-{f}"))];
        int[] seeds = [.. Enumerable.Range(1, _design.Seeds)];
        ImmutableArray<Property> properties = [.. targets.Concat(partners).Select(Number)];
        var results = new StudyResults(
            "surrogate", new("surrogate", true, _design.Materials, _design.Materials, _design.Materials, 0), [Representation.Structure],
            [], [], [], [.. seeds], [], [])
        {
            Joint = new(
                properties,
                [
                    .. from target in targets
                       from partner in partners
                       from seed in seeds.Concat(further.Keys.Where(e => e.Partner == partner && e.Target == target).Select(e => e.Seed))
                       select Run(target, partner, seed, further.TryGetValue((partner, target, seed), out var round) ? round : null),
                ],
                []),
        };
        return (results, new()
        {
            TestErrors = (model, target) => ErrorsOf(AsFeature(model, target), target) is var errors && model.IsJoint && sharing > 0
                ? errors with { Errors = [.. errors.Errors.Select(error => (1 + sharing) * error)] }
                : errors,
            Formulas = [.. Enumerable.Range(0, _design.Materials).Select(i => $"F{_formula[i]}")],
        });

        JointRun Run(PropertyName target, PropertyName partner, int seed, int? round)
        {
            var models = new SeedModels(
                Joint(new PropertySet([target, partner]), seed), Joint(target, seed), Joint(new PropertySet([target, s_control]), seed));
            return new(
                Representation.Structure, new([target, partner]), target, seed, s_control, Told(models.Model), Told(models.Control!),
                Told(models.Baseline))
            {
                Models = models, Round = round,
            };

            ModelScore Told(ModelSpec model)
            {
                var score = Score(AsFeature(model, target));
                return score with { Model = model, TestMae = (model.IsJoint ? 1 + sharing : 1) * score.TestMae };
            }
        }

        static ModelSpec Joint(PropertySet learnt, int seed) =>
            new(Representation.Structure, learnt, PropertySet.None, PropertySet.None, seed);

        static ModelSpec AsFeature(ModelSpec model, PropertyName target) => model with
        {
            Targets = target, Features = new(model.Targets.Where(name => name != target)),
        };
    }

    private ModelScore Score(ModelSpec model)
    {
        var mae = ErrorsOf(model, model.Targets[0]).Errors.Average();
        return new(model, model.Targets[0], mae, 0.9, 10, _design.Materials, mae, 50, 100, 1, "key");
    }

    private TestErrors ErrorsOf(ModelSpec model, PropertyName target)
    {
        if (_errors.TryGetValue((model, target), out var known)) return known;
        var name = $"{target} {string.Join(' ', model.Features)}";
        var ofDataset = Normal(Stream($"{name} training"));
        var ofFormulas = Stream($"{name} formulas");
        var isPlain = model.Features.IsEmpty || model.Features == s_control;
        var effect = isPlain ? 0 : TruthOf(model.Features);
        var differs = Draw(_formula[^1] + 1, () => isPlain ? 0 : _design.EffectScatter * Normal(ofFormulas));
        double[] seen = Math.Abs(effect) < SurrogateDesign.Small ? _design.TeachingOfSmall : _design.Teaching;
        var teaching = effect == 0 ? 0 : seen[ofFormulas.Next(seen.Length)];
        var taught = (1 + effect) * _ofAllFormulas * Math.Sqrt(teaching) * Normal(ofFormulas);
        var random = Stream($"{name} seed {model.Seed}");
        var training = _design.TrainingScatter
            * (Math.Sqrt(_design.Shared) * ofDataset + Math.Sqrt(1 - _design.Shared) * Normal(random));
        var part = Part(model.Seed);
        var (common, own) = (Math.Sqrt(_design.Agreement), Math.Sqrt(1 - _design.Agreement));
        ImmutableArray<double> errors =
        [
            .. part.Select(i => _size[i] * Math.Abs(common * _common[i] + own * Normal(random))
                * Math.Max(0, (1 + effect + taught) * (1 + differs[_formula[i]]) * (1 + training))),
        ];
        return _errors[(model, target)] = new(part, errors, 3 * _design.Materials / 5);
    }

    private ImmutableArray<int> Part(int seed)
    {
        var place = seed - 1;
        var order = Enumerable.Range(0, _design.Materials).ToArray();
        Stream(_design.Rotates ? $"deal {place / 5}" : $"split {seed}").Shuffle(order);
        var test = _design.Materials / 5;
        return [.. order.Skip(_design.Rotates ? place % 5 * test : 0).Take(test)];
    }

    // The formula of each material, numbered from 0 on.
    private static int[] Formulas(SurrogateDesign design)
    {
        var formulas = new List<int>();
        for (var f = 0; f < 4 && design.Frequent > 0; f++)
            formulas.AddRange(Enumerable.Repeat(f, (int)(design.Frequent * (design.Materials - formulas.Count))));
        var (next, start) = (formulas.Count == 0 ? 0 : formulas[^1] + 1, formulas.Count);
        return [.. formulas, .. Enumerable.Range(0, design.Materials - start).Select(i => next + i / design.PerFormula)];
    }

    private static int FeatureNumber(PropertySet feature) =>
        int.Parse(feature.Single!.Value.Value.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture) - 1;

    private static Property Number(PropertyName name) => new(name, "", PropertyKind.Number, [], [], "");

    // The same numbers in every run: hash codes of texts differ from process to process.
    private Random Stream(string name) => new(name.Aggregate(_draw + 17, (hash, c) => unchecked(hash * 16777619 ^ c)));

    private static double[] Draw(int count, Func<double> one) => [.. Enumerable.Range(0, count).Select(_ => one())];

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
