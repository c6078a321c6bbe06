using System.CommandLine;
using Tomography.Benchmarks;

// One command prints how fast the engine is, side by side with PyTorch on the same machine where it is installed:
//   dotnet run -c Release --project tests/Tomography.Benchmarks
var parts = new Option<string[]>("--only")
{
    Description = "Parts to run: training, joint, graphs, reading, json, memory, scaling, workflow, clusters, choosing, gpu.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ =>
        ["training", "joint", "graphs", "reading", "json", "memory", "scaling", "workflow", "clusters", "choosing", "gpu"],
};
var cores = new Option<int>("--cores") { Description = "Jobs at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
var csv = new Option<string?>("--file") { Description = "The CSV that GPUs are measured on; that of the shared data by default." };
var models = new Option<int[]>("--models")
{
    Description = "Models side by side on a GPU.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [126, 14, 1],
};
var seconds = new Option<double>("--seconds")
{
    Description = "Seconds for which each number of models is measured on a GPU.",
    DefaultValueFactory = _ => 10,
};
var megabytes = new Option<double>("--megabytes")
{
    Description = "Size of the JSON file that is generated and read.",
    DefaultValueFactory = _ => 100,
};
var root = new RootCommand("Measures training, graph building, memory, how cost grows, and what the workflow itself costs.")
{
    parts,
    cores,
    csv,
    models,
    seconds,
    megabytes,
};
root.SetAction(result =>
{
    var wanted = result.GetValue(parts)!;
    var count = result.GetValue(cores);
    Console.WriteLine(
        $"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, "
            + $"{new Tomography.Learning.CpuDevice().Name}");
    if (wanted.Contains("training"))
        TrainingSpeed.Print(count);
    if (wanted.Contains("joint"))
        JointSpeed.Print();
    if (wanted.Contains("graphs"))
        GraphSpeed.Print();
    if (wanted.Contains("reading"))
        ReadingSpeed.Print();
    if (wanted.Contains("json"))
        JsonSpeed.Print(result.GetValue(megabytes));
    if (wanted.Contains("memory"))
        WorkerMemory.Print();
    if (wanted.Contains("scaling"))
        Scaling.Print();
    if (wanted.Contains("workflow"))
        WorkflowScale.Print();
    if (wanted.Contains("clusters"))
        ClusterScale.Print();
    if (wanted.Contains("choosing"))
        ChoosingSpeed.Print();
    if (wanted.Contains("gpu"))
        GpuSpeed.Print(result.GetValue(csv), result.GetValue(models)!, result.GetValue(seconds));
});

// What the benchmark runs in processes of its own, one per core.
var representation = new Argument<string>("representation");
var epochs = new Argument<int>("epochs");
var file = new Argument<string>("file");
var child = new Command("train") { representation, epochs, file };
child.Hidden = true;
child.SetAction(result => TrainingProcess.Run(result.GetValue(representation)!, result.GetValue(epochs), result.GetValue(file)!));
root.Subcommands.Add(child);
var prepared = new Argument<string>("prepared");
var trainPrepared = new Command("train-prepared") { prepared };
trainPrepared.Hidden = true;
trainPrepared.SetAction(result => PreparedBenchmark.Train(result.GetValue(prepared)!));
root.Subcommands.Add(trainPrepared);
return root.Parse(args).Invoke();
