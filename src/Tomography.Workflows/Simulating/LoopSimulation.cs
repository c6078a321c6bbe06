using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Simulates a closed loop: each policy chooses from what models say of the materials that are not measured yet; the dataset answers, and
/// models are trained anew. All runs go on in step, so that the models of a round are trained together.
/// </summary>
internal sealed class LoopSimulation
{
    private const string GoalsKey = $"{SimulateReader.Key}.goals";

    private readonly Plan _plan;
    private readonly SimulateSettings _settings;
    private readonly StoreFolders _folders;
    private readonly MaterialTable _table;
    private readonly ImmutableArray<int> _materials;
    private readonly LoopModels _models;

    /// <summary>A simulation.</summary>
    /// <param name="plan">The plan of the experiment.</param>
    /// <param name="experiment">The experiment, with something to simulate.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="repertoire">What settings there are.</param>
    /// <exception cref="DiagnosticException">The experiment has a matrix, or the dataset is too small.</exception>
    public LoopSimulation(Plan plan, Experiment experiment, string store, Repertoire repertoire)
    {
        (_plan, _settings, _folders) = (plan, experiment.Simulate!, new(store));
        if (plan.Variants.Length > 1)
            throw Problem(
                experiment, DiagnosticCodes.Conflict, SimulateReader.Key,
                "An experiment with a matrix cannot be simulated: which variant is meant? Write the settings of one into an experiment "
                    + "of its own.");
        _table = new DatasetStore(store).Table(plan.Dataset)
            ?? throw new IOException($"The dataset of '{plan.Experiment}' is not in the store any more; build again.");
        var features = FeaturesOf();
        _materials = _table.With(new(_settings.Loop.Goals.Select(g => g.Property).Concat(features)));
        var needed = _settings.Loop.Start + _settings.Loop.Experiments + 1;
        Laboratory = new(
            _settings.Loop.Goals,
            [.. _materials.Select(m => _settings.Loop.Goals.Select(g => _table.Values[g.Property][m]).ToArray())]);
        if (_materials.Length < needed || Laboratory.Feasible == 0)
            throw Problem(
                experiment, DiagnosticCodes.TooFewToSimulate, GoalsKey,
                Laboratory.Feasible == 0
                    ? $"None of the {_materials.Length} materials keeps all bounds, so that there is nothing to find. Widen the bounds."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{_materials.Length} materials have all properties of goals and features, and {needed} are needed: "
                            + $"{_settings.Loop.Start} at first, {_settings.Loop.Rounds} rounds of {_settings.Loop.Batch}, and one that is "
                            + $"left. Use more materials, or lower 'start', 'rounds' or 'batch'."));
        _models = new(plan, _settings, features, _materials, _folders, repertoire);
    }

    /// <summary>What is true.</summary>
    public Laboratory Laboratory { get; }

    /// <summary>The id of a material of the laboratory.</summary>
    public string IdOf(int material) => _table.Ids[_materials[material]];

    /// <summary>The formula of a material of the laboratory.</summary>
    public string FormulaOf(int material) => _table.Formulas[_materials[material]];

    /// <summary>Runs the loop.</summary>
    /// <param name="train">Trains what the store lacks of plans; false where a model failed or is missing.</param>
    /// <param name="onDamage">Told of what is damaged.</param>
    /// <param name="cancellation">Checked between rounds.</param>
    /// <returns>What it shows; null where models are missing.</returns>
    public LoopAnalysis? Run(Func<ImmutableArray<Plan>, bool> train, Action<string> onDamage, CancellationToken cancellation)
    {
        var loop = _settings.Loop;
        LoopRun[] runs =
        [
            .. from repeat in Enumerable.Range(0, loop.Repeats)
               from policy in loop.Policies
               select new LoopRun(policy, repeat, LoopAnalyzer.StartOf(loop, Laboratory, repeat)),
        ];
        for (var round = 0; round <= loop.Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Plan[] plans = [.. runs.Select(r => _models.Of(r.Repeat, r.Measured))];
            if (!train(Distinct(plans))) return null;
            foreach (var (run, plan) in runs.Zip(plans))
            {
                var reader = new LoopReader(plan, loop.Goals, _folders, onDamage);
                if (reader.Predictions() is not { } predictions) return null;
                run.Note(reader.Lattice(), reader.Errors());
                if (round < loop.Rounds) run.Measure(Chosen(run, predictions, round));
            }
        }

        return LoopAnalyzer.Of(loop, Laboratory, [.. runs.Select(r => r.End())]);
    }

    /// <summary>The models of all rounds, as far as the loop went, and of the one that comes next.</summary>
    public ImmutableArray<Plan> Rounds()
    {
        var rounds = ImmutableArray.CreateBuilder<Plan>();
        var results = new ResultStore(_folders.Root);
        Run(
            plans =>
            {
                rounds.AddRange(plans);
                return plans.SelectMany(p => p.Jobs).All(j => results.ContainsAll(j.Key, j.Keeps));
            },
            _ => { }, CancellationToken.None);
        return rounds.ToImmutable();
    }

    private IEnumerable<int> Chosen(LoopRun run, ImmutableArray<GoalPredictions> predictions, int round)
    {
        var measured = run.Measured;
        var left = _models.Left(measured);
        return run.Policy.Choose(new()
        {
            Goals = _settings.Loop.Goals,
            Count = left.Length,
            Predictions = predictions,
            Measured = [.. measured.Select(Laboratory.ValuesOf)],
            FirstLattice = run.FirstLattice,
            Batch = _settings.Loop.Batch,
            Stream = (ulong)(run.Repeat * 1000 + round),
        }).Select(i => left[i]).ToArray();
    }

    /// <summary>Features of one property each, no controls, in the order of the experiment.</summary>
    private ImmutableArray<PropertyName> FeaturesOf() => _settings.Features ??
        [.. _plan.Features.Select(f => f.Single).OfType<PropertyName>().Where(f => !_plan.Controls.Contains(f)).Distinct()];

    /// <summary>Each model once: runs that have measured the same share theirs.</summary>
    private static ImmutableArray<Plan> Distinct(Plan[] plans)
    {
        var known = new HashSet<JobKey>();
        return [.. plans.Select(p => p with { Jobs = [.. p.Jobs.Where(j => known.Add(j.Key))] }).Where(p => !p.Jobs.IsEmpty)];
    }

    private static DiagnosticException Problem(Experiment experiment, string code, string key, string message) =>
        new([new(DiagnosticSeverity.Error, code, experiment.Locations.Of(key), key, message)]);
}
