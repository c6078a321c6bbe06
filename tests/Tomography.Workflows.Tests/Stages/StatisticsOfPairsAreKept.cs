using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Workflows.Tests;

/// <summary>What the errors of paired models come to stays in the store, so that a later report need not read their predictions.</summary>
public sealed class StatisticsOfPairsAreKept : IDisposable
{
    private readonly Workshop _shop = new();

    private string KeptFile => Path.Combine(new StoreFolders(_shop.Store).Statistics, "tiny.json");

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_report_says_the_same_without_the_predictions_of_pairs_that_the_last_one_knew()
    {
        var plan = await Trained();
        var first = Verdicts(plan);
        first.ShouldAllBe(v => v.Effect != null && v.SeedsMeasured == 3);
        foreach (var job in plan.Jobs.Where(j => !j.Spec.Features.IsEmpty)) File.Delete(PredictionsOf(job));
        Verdicts(plan).ShouldBe(first);
        File.Delete(KeptFile);
        Verdicts(plan).ShouldAllBe(v => v.Effect == null);
    }

    [Fact]
    public async Task With_another_seed_they_are_computed_anew_and_those_of_fewer_seeds_go()
    {
        Verdicts(await Trained());
        var before = Kept();
        var more = await Trained("[1, 2, 3, 4]");
        var verdicts = Verdicts(more);
        Kept().Length.ShouldBe(before.Length);
        Kept().Intersect(before).ShouldBeEmpty();
        File.Delete(KeptFile);
        Verdicts(more).ShouldBe(verdicts);
    }

    [Fact]
    public async Task Predictions_that_come_back_count_again()
    {
        var plan = await Trained();
        var whole = Verdicts(plan);
        File.Delete(KeptFile);
        var job = plan.Jobs.First(j => j.Spec is { Seed: 3, Features.IsEmpty: false });
        var (there, aside) = (PredictionsOf(job), _shop.PathOf("aside"));
        File.Move(there, aside);
        Verdicts(plan).Select(v => v.SeedsMeasured).ShouldContain(2);
        File.Move(aside, there);
        Verdicts(plan).ShouldBe(whole);
    }

    [Fact]
    public async Task A_file_that_is_not_whole_is_as_good_as_none()
    {
        var plan = await Trained();
        var verdicts = Verdicts(plan);
        var whole = File.ReadAllText(KeptFile);
        string[] broken =
        [
            "", "no JSON", "{ \"checksum\": \"00\", \"content\": [] }",
            whole.Replace("\"seeds\": 3", "\"seeds\": 4", StringComparison.Ordinal),
        ];
        foreach (var text in broken)
        {
            text.ShouldNotBe(whole);
            File.WriteAllText(KeptFile, text);
            Verdicts(plan).ShouldBe(verdicts);
            File.ReadAllText(KeptFile).ShouldBe(whole);
        }
    }

    [Fact]
    public async Task A_store_that_takes_none_is_told_and_the_report_stands()
    {
        var plan = await Trained();
        var folder = Path.GetDirectoryName(KeptFile)!;
        File.WriteAllText(folder, "in the way");
        var (page, warnings) = ReportStage.Run(
            plan, _shop.Store, _shop.PathOf("out", "tiny"), new(Repository.PathOf("templates"), ""), DateTimeOffset.UnixEpoch);
        File.Exists(page).ShouldBeTrue();
        var warning = warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe(DiagnosticCodes.StoreUnwritable);
        warning.Message.ShouldStartWith("What the errors of models come to could not be kept");
    }

    [Fact]
    public async Task Pruning_removes_those_of_experiments_that_are_not_named()
    {
        var plan = await Trained();
        Verdicts(plan);
        var other = Path.Combine(Path.GetDirectoryName(KeptFile)!, "other.json");
        File.Copy(KeptFile, other);
        PruneStage.Find([plan], _shop.Store, DateTimeOffset.UtcNow).Where(i => i.Kind == "statistics of pairs").ShouldHaveSingleItem()
            .Path.ShouldBe(other);
    }

    private async Task<Plan> Trained(string seeds = "[1, 2, 3]")
    {
        var plan = _shop.Plan(("[1, 2]", seeds), ("materials: 60", "materials: 300"));
        (await _shop.Run(plan)).Failures.ShouldBeEmpty();
        return plan;
    }

    private ImmutableArray<EdgeVerdict> Verdicts(Plan plan)
    {
        var study = StudyAssembly.Collect(plan, plan.Variants[0], _shop.Results, damage => damage.ShouldBeNull());
        return
        [
            .. ReportStage.Analyze(plan, plan.Variants[0], study, _shop.Store, damage => damage.ShouldBeNull(), Repertoire.Default)
                .Verdicts,
        ];
    }

    private string[] Kept()
    {
        using var stream = File.OpenRead(KeptFile);
        return [.. CheckedJson.Read<ImmutableArray<KeptPair>>(stream).Select(p => p.Key)];
    }

    private string PredictionsOf(Job job) =>
        Directory.GetFiles(new StoreFolders(_shop.Store).Predictions, $"{job.Key}*", SearchOption.AllDirectories).ShouldHaveSingleItem();
}
