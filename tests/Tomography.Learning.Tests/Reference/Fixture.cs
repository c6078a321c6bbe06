using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Tomography.Crystals;
using Tomography.Testing;

namespace Tomography.Learning.Tests;

/// <summary>PyTorch's numbers for a small model on six crystals.</summary>
public sealed class Fixture
{
    public static readonly string[] Names =
    [
        "cgcnn-structure",
        "cgcnn-structure-feature1",
        "cgcnn-structure-feature7",
        "cgcnn-composition-feature1",
    ];

    private readonly JsonElement _root;

    public Fixture(string name)
    {
        _root = JsonDocument
            .Parse(File.ReadAllText(Repository.PathOf("tests", "Tomography.Learning.Tests", "Fixtures", name + ".json")))
            .RootElement;
        var rows = _root
            .GetProperty("element_features")
            .EnumerateObject()
            .ToFrozenDictionary(p => int.Parse(p.Name), p => Numbers(p.Value).ToImmutableArray());
        Elements = new(rows.Values[0].Length, rows);
        Graphs = [.. _root.GetProperty("graphs").EnumerateArray().Select(ReadGraph)];
        var model = _root.GetProperty("model");
        Model = new(
            Int(model, "convolutions"),
            Int(model, "atom_feature_length"),
            Int(model, "hidden_length"),
            Int(model, "hidden_layers"));
        FeatureLength = Int(model, "feature_length");
        Targets = Numbers(_root.GetProperty("targets"));
        var features = _root.GetProperty("features");
        Features =
            features.ValueKind == JsonValueKind.Null
                ? [.. Graphs.Select(_ => Array.Empty<double>())]
                : [.. features.EnumerateArray().Select(Numbers)];
    }

    public ElementFeatureTable Elements { get; }

    public CrystalGraph[] Graphs { get; }

    public ModelSettings Model { get; }

    public int FeatureLength { get; }

    public double[] Targets { get; }

    public double[][] Features { get; }

    public GaussianBasis Basis { get; } = new(41, 0.2);

    public double LearningRate => _root.GetProperty("training").GetProperty("learning_rate").GetDouble();

    public double Momentum => _root.GetProperty("training").GetProperty("momentum").GetDouble();

    public double Loss => _root.GetProperty("loss").GetDouble();

    public double[] TrainOutput => Numbers(_root.GetProperty("train_output"));

    public double[] EvalOutput => Numbers(_root.GetProperty("eval_output"));

    public TorchParameters Initial => Named("initial");

    public TorchParameters Gradients => Named("gradients");

    public TorchParameters AfterThreeSteps => Named("after_3_steps");

    private TorchParameters Named(string name) =>
        new(_root.GetProperty(name).EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Flat(p.Value).ToArray())));

    private static IEnumerable<double> Flat(JsonElement e) =>
        e.ValueKind == JsonValueKind.Array ? e.EnumerateArray().SelectMany(Flat) : [e.GetDouble()];

    private static double[] Numbers(JsonElement e) => [.. e.EnumerateArray().Select(x => x.GetDouble())];

    private static int Int(JsonElement e, string name) => e.GetProperty(name).GetInt32();

    private static CrystalGraph ReadGraph(JsonElement e)
    {
        var species = e.GetProperty("species").EnumerateArray().Select(z => z.GetInt32()).ToImmutableArray();
        var lists = e.GetProperty("neighbours").EnumerateArray().Select(n => n.EnumerateArray().ToArray()).ToArray();
        var start = ImmutableArray.CreateBuilder<int>();
        start.Add(0);
        foreach (var list in lists) start.Add(start[^1] + list.Length);
        var bonds = lists.SelectMany(l => l).ToArray();
        return new(
            species,
            [.. species.Select(_ => 1)],
            start.ToImmutable(),
            [.. bonds.Select(b => b[0].GetInt32())],
            [.. bonds.Select(b => b[1].GetDouble())],
            [.. bonds.Select(_ => 1)]);
    }
}
