using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Phantom;
using Tomography.Store;
using Tomography.Workflows;

namespace Tomography.Evidence.Tests;

/// <summary>A study that holds a part out, and what its intervals hold: of that part, and of crystals of another phantom.</summary>
/// <param name="By">What its split keeps together.</param>
public sealed record SureStudy(string By)
{
    private const double Level = 0.9;

    /// <summary>The experiment of one draw.</summary>
    public string Experiment(int draw) => $$"""
        experiment: sure-{{By}}-{{draw}}
        dataset: { phantom: { materials: 400, seed: {{8000 + draw}}, formulas: 60, formula-types: [ABX3, A2BX4] } }
        representations: [structure]
        targets: [band-gap]
        features: []
        seeds: [1, 2, 3]
        split: { by: {{By}}, hold-out: 0.3 }
        model: { convolutions: 2, atom-features: 16, hidden: 32 }
        training: { epochs: 30, batch-size: 32, optimizer: adam, learning-rate: 0.01, milestones: [22] }
        """;

    /// <summary>What the intervals of a trained study hold.</summary>
    internal static SureTally TallyOf(Plan plan, string store)
    {
        var (folders, variant) = (new StoreFolders(store), plan.Variants[0]);
        var table = new DatasetStore(store).Table(plan.Dataset)!;
        var settings = plan.Analysis.UncertaintyFor(variant.Split)! with { Level = Level };
        var unseen = new UnseenReader(plan, variant, folders, table, settings, Damage).All()[0];
        var own = UncertaintyAnalyzer.Of([unseen], settings, []).Targets[0];

        // Other crystals: the same kinds of formulas, drawn anew.
        var phantom = PhantomDataset.Create(plan.Phantom! with { Seed = plan.Phantom.Seed + 100_000 });
        var truth = phantom.Columns.First(c => c.Property.Name == unseen.Target).Values;
        var (formulas, systems) = (table.Formulas.ToHashSet(), table.Formulas.Select(ElementsOf).ToHashSet());
        var judged = new PropertyPredictor(plan, folders, Repertoire.Default)
            .Predict(variant, phantom, asked => new(asked, []), Damage, CancellationToken.None)
            .Select((p, i) => new JudgedPrediction(
                p.Certainty!.Interval is { } interval && interval.Lower <= truth[i] && truth[i] <= interval.Upper,
                p.Certainty.Distance <= 1,
                formulas.Contains(phantom.Materials[i].Formula),
                systems.Contains(ElementsOf(phantom.Materials[i].Formula)))).ToImmutableArray();
        return new(own.Asked!.Coverage, own.Domain, judged);
    }

    private static string ElementsOf(string formula) =>
        string.Join(' ', formula.Split(' ').Select(part => part.TrimEnd([.. "0123456789"])));

    private static void Damage(string what) => throw new InvalidDataException(what);
}
