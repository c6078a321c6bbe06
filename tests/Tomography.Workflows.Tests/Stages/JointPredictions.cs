using System.Globalization;
using System.Collections.Immutable;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>What models of several targets predict of new crystals.</summary>
public sealed class JointPredictions : IDisposable
{
    private const string Study = """
        experiment: together
        dataset: { phantom: { materials: 120, seed: 7 } }
        representations: [composition]
        targets: [density]
        features: [volume]
        together: [[density, is-hubbard]]
        seeds: [1, 2, 3]
        model: { convolutions: 2, atom-features: 8, hidden: 8 }
        predict: { dataset: { phantom: { materials: 10, seed: 9 } } }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sharing: hard")]
    [InlineData("sharing: hard, shared-convolutions: 1")]
    [InlineData("sharing: soft")]
    [InlineData("sharing: adapters")]
    public async Task Stand_beside_those_of_models_alone_where_their_weights_are_kept(string sharing)
    {
        var request = Request($"keep: {{ weights: all }}\nsplit: {{ hold-out: 0.3 }}\n{Training(sharing)}");
        var plan = await Trained(request);
        var work = PredictStage.Plan(request, CancellationToken.None).Work.ShouldHaveSingleItem();
        work.Models.Jobs.Select(j => j.Spec.Targets.ToString()).Distinct().ShouldBe(["density", "density+is-hubbard"]);
        work.Models.Jobs.Select(j => j.Key).ShouldBeSubsetOf(plan.Jobs.Select(j => j.Key), "nothing is trained for it");
        PredictStage.Describe(work.Models)
            .ShouldBe("Predict: together: 1 target by 3 models without features, what is learnt together by 3 more.");

        var rows = Rows(request, work);
        rows[0].ShouldBe("representation,target,id,mean,spread,seeds,lower,upper,domain,gate,together".Split(','));
        rows.Skip(1).CountBy(r => (Target: r[1], Learnt: r[10])).ToDictionary().ShouldBe(new Dictionary<(string, string), int>
        {
            [("density", "")] = 10, [("density", "density+is-hubbard")] = 10, [("is-hubbard", "density+is-hubbard")] = 10,
        });
        rows.Skip(1).ShouldAllBe(r => Number(r[8]) > 0);
        rows.Skip(1).Where(r => r[1] == "density").ShouldAllBe(r => Number(r[6]) < Number(r[3]) && Number(r[3]) < Number(r[7]));
        // Of a class it is the probability of the second, around which there is no interval.
        rows.Where(r => r[1] == "is-hubbard").ShouldAllBe(r => Number(r[3]) > 0 && Number(r[3]) < 1 && r[6] == "" && r[7] == "");
        // Each is asked at its own best epoch, and where it has convolutions of its own by these.
        var distances = rows.Skip(1).Where(r => r[10].Length > 0).GroupBy(r => r[2]).Select(g => g.Select(r => r[8]).Distinct().Count());
        distances.ShouldAllBe(count => count == 2, "each target has a best epoch, and an epoch a domain, of its own");
    }

    [Fact]
    public async Task Are_those_that_training_left_for_the_crystals_that_it_held_back()
    {
        var request = Request($"keep: {{ weights: all }}\n{Training("sharing: soft")}");
        var plan = await Trained(request);
        var (folders, variant) = (new StoreFolders(request.Store), plan.Variants[0]);
        var table = new DatasetStore(request.Store).Table(plan.Dataset)!;
        var models = new PredictingModels(plan, variant, folders, table, told => told.ShouldBeNull());
        var group = models.JointGroups().ShouldHaveSingleItem();
        foreach (var target in group.Key.Together)
        {
            var job = group.First();
            var graphs = models.GraphsOf(group.Key.Representation)!;
            using var model = models.Load(job, target, graphs, graphs).ShouldNotBeNull();
            var stored = new PredictionStore(folders).Read(job.Key, told => told.ShouldBeNull())!.Single(p => p.Target == target);
            model.Predict(models.SplitOf(job, target).Test.AsSpan()).Select(p => (float)p).ShouldBe(stored.Test);
        }
    }

    [Fact]
    public async Task Are_left_out_where_only_baselines_keep_their_weights()
    {
        var request = Request(Training("sharing: hard"));
        await Trained(request);
        var work = PredictStage.Plan(request, CancellationToken.None).Work.ShouldHaveSingleItem();
        work.Models.Jobs.ShouldAllBe(j => !j.Spec.IsJoint);
        PredictStage.Describe(work.Models).ShouldBe("Predict: together: 1 target by 3 models without features.");
        Rows(request, work)[0].ShouldBe("representation,target,id,mean,spread,seeds".Split(','));
    }

    private static string Training(string sharing) =>
        $"training: {{ epochs: 3, batch-size: 16, milestones: [], learning-rate: 0.05, joint: {{ {sharing} }} }}";

    private WorkflowRequest Request(string asks) => new(
        [_folder.Write("together.experiment.yaml", Study + asks + "\n")], _folder.PathOf("out"), _folder.PathOf("store"),
        ImmutableDictionary<string, string>.Empty);

    private async Task<Plan> Trained(WorkflowRequest request)
    {
        var plan = PlanStage.Run(request, CancellationToken.None).Plans.ShouldHaveSingleItem();
        RunOptions options = new(new InProcessWorkers(new CpuDevice(), 4), 2, _folder.PathOf("logs"), TimeSpan.FromSeconds(1));
        await TrainStage.RunAsync([plan], request.Store, options, new Observer(), CancellationToken.None);
        return plan;
    }

    private static string[][] Rows(WorkflowRequest request, PredictWork work) =>
    [
        .. File.ReadAllLines(
            PredictStage.Run(work, request, told => told.ShouldBeNull(), CancellationToken.None).Files.ShouldHaveSingleItem())
            .Select(l => l.Split(',')),
    ];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
