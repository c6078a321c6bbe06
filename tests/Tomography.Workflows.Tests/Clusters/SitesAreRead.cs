namespace Tomography.Workflows.Tests;

/// <summary>The file that describes a cluster, and the script that is made of it.</summary>
public sealed class SitesAreRead : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_key_reaches_the_script()
    {
        var site = ClusterSiteReader.Read(
            """
            tasks: 20
            at-once: 10
            time: 1-02:00:00
            cpus: 8
            gpus: 1
            gpu-type: a100
            memory: 16G
            partition: short
            account: lab42
            constraint: skylake&ib
            requeues: 3
            modules: [dotnet/10, cuda]
            sbatch: [--qos=long, --exclusive]
            setup: ["export LANG=C"]
            """, "/sites/site.yaml");
        Script(site, Repository.PathOf("templates", "slurm.sbn-sh")).ShouldBe(
            """
            #!/bin/bash
            # One task of an array: a worker that takes from the plan what nobody trains. docs/clusters.md says more.
            #SBATCH --job-name=tomography-cells
            #SBATCH --array=0-19%10
            #SBATCH --nodes=1
            #SBATCH --ntasks=1
            #SBATCH --cpus-per-task=8
            #SBATCH --gres="gpu:a100:1"
            #SBATCH --time=1-02:00:00
            #SBATCH --partition="short"
            #SBATCH --account="lab42"
            #SBATCH --mem="16G"
            #SBATCH --constraint="skylake&ib"
            #SBATCH --requeue
            #SBATCH --signal=B:USR1@120
            #SBATCH --open-mode=append
            #SBATCH --output="/data/50%% store/arrays/one/task-%a.log"
            #SBATCH --qos=long
            #SBATCH --exclusive

            module load dotnet/10
            module load cuda
            export LANG=C

            # Nodes may lack libraries and settings of languages; the worker writes numbers and times alike everywhere.
            export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

            # The worker takes the place of this shell, so that the signal before the limit reaches it.
            exec /run/dotnet 'it'\''s here'

            """);
    }

    [Fact]
    public void A_template_of_the_user_takes_the_place_of_the_shipped_one_and_its_mistakes_are_told_with_their_line()
    {
        var template = _folder.Write("mine.sh", "#!/bin/sh\n{{ for option in sbatch }}#SBATCH {{ option }}\n{{ end }}nice {{ command }}\n");
        var site = ClusterSiteReader.Read("tasks: 1\ntime: 00:10:00\ntemplate: mine.sh\n", _folder.PathOf("site.yaml"));
        site.Template.ShouldBe(template);
        Script(site, template).ShouldEndWith("\nnice /run/dotnet 'it'\\''s here'\n");
        File.WriteAllText(template, "#!/bin/sh\n{{ comand }}\n");
        var problem = Should.Throw<DiagnosticException>(() => Script(site, template)).Diagnostics.Single();
        (problem.Code, problem.Location).ShouldBe((DiagnosticCodes.TemplatesUnusable, new(template, 2, 4)));
    }

    [Theory]
    [InlineData("time: 02:00:00", "(1,1): error TOMO1002: 'tasks' is missing: add a line like 'tasks: 20'.")]
    [InlineData("tasks: 20", "(1,1): error TOMO1002: 'time' is missing: add a line like 'time: 02:00:00'.")]
    [InlineData("tasks: 0\ntime: 02:00:00", "(1,8): error TOMO1005: 'tasks' must be from 1 to 10000, not 0; the nearest valid value is 1.")]
    [InlineData(
        "tasks: 1\ntime: 2:00",
        "(2,7): error TOMO1004: 'time' must be hours:minutes:seconds like 02:00:00, or days-hours:minutes:seconds, not '2:00'.")]
    [InlineData("tasks: 1\ntime: 00:00:30", "(2,7): error TOMO1005: 'time' must be at least 00:01:00, not 00:00:30.")]
    [InlineData(
        "tasks: 1\ntime: 02:00:00\nacount: lab",
        "(3,1): error TOMO1003: 'acount' is not a key of a cluster's site; did you mean 'account'? Keys: tasks, at-once, time, cpus, gpus, "
            + "gpu-type, memory, partition, account, constraint, requeues, modules, sbatch, setup, template.")]
    [InlineData(
        "tasks: 1\ntime: 02:00:00\nsbatch: [--time=5]",
        "(3,10): error TOMO1004: 'sbatch[0]' sets '--time', which the script sets itself: write 'time'.")]
    [InlineData(
        "tasks: 1\ntime: 02:00:00\nsbatch: [qos=long]",
        "(3,10): error TOMO1004: 'sbatch[0]' must be an option of sbatch like '--qos=long', not 'qos=long'.")]
    [InlineData(
        "tasks: 1\ntime: 02:00:00\nsetup: [\"a\\nb\"]", "(3,9): error TOMO1004: 'setup[0]' must be one line.")]
    [InlineData(
        "tasks: 1\ntime: 02:00:00\npartition: a b",
        "(3,12): error TOMO1004: 'partition' must be one word without spaces and quotes, not 'a b'.")]
    [InlineData(
        "tasks: 1\ntime: 02:00:00\nmemory: 8GB",
        "(3,9): error TOMO1004: 'memory' must be a whole number with K, M, G or T like 8G, not '8GB'.")]
    [InlineData(
        "tasks: 1\ntime: 02:00:00\ngpu-type: a100",
        "(3,11): error TOMO1009: 'gpu-type' says which GPU, and 'gpus' is 0: add 'gpus: 1', or leave it out.")]
    [InlineData("tasks: 1\ntime: 02:00:00\ntemplate: none.sh", "(3,11): error TOMO3015: There is no template '/sites/none.sh'.")]
    [InlineData(
        "[1]",
        "(1,1): error TOMO1004: A cluster's site file must be one mapping of keys to values, starting with a line like 'tasks: 20'.")]
    public void What_is_wrong_is_told_with_its_place(string yaml, string told) =>
        Should.Throw<DiagnosticException>(() => ClusterSiteReader.Read(yaml, "/sites/site.yaml")).Diagnostics.Single().ToString()
            .ShouldBe("/sites/site.yaml" + told);

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Should.Throw<DiagnosticException>(() => ClusterSiteReader.ReadFile("/sites/none.yaml")).Diagnostics.Single().ToString()
            .ShouldBe("/sites/none.yaml: error TOMO3015: There is no file '/sites/none.yaml' that describes a cluster.");

    private static string Script(ClusterSite site, string template)
    {
        var array = new SubmittedArray(
            "one", default, "anna", "login1", ["cells"], 100, site.Tasks, site.AtOnce, site.Limit.TotalSeconds, site.Requeues,
            site.Gpus > 0);
        return BatchScript.Render(template, site, array, new(new("/data/50% store"), "one"), ["/run/dotnet", "it's here"]);
    }
}
