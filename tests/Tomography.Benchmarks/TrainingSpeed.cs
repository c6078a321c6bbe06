using Tomography.Testing;

namespace Tomography.Benchmarks;

/// <summary>Crystals per second of training over all cores, against the better of two ways to run PyTorch.</summary>
internal static class TrainingSpeed
{
    public static void Print(int cores)
    {
        Console.WriteLine();
        if (SharedData.Folder is null)
        {
            Console.WriteLine("training: skipped, needs the shared data folder");
            return;
        }

        var file = SharedData.PathOf("materials-project-2k.csv");
        var absence = PyTorch.Absence();
        Console.WriteLine(
            $"Training, {Path.GetFileName(file)}, formation_energy_per_atom, batch 256, sizes of [T], {cores} cores, crystals per second");
        if (absence is not null)
            Console.WriteLine($"  PyTorch: not measured, {absence}");
        foreach (
            var (representation, epochs, torchEpochs) in (ReadOnlySpan<(string, int, int)>)[("structure", 25, 5), ("composition", 100, 2)])
        {
            var ours = ChildProcess.Train(cores, representation, epochs, file);
            var rate = ours.Sum(o => o.Rate);
            Console.WriteLine($"  {representation,-12} this engine, {cores} jobs                 {rate,10:N0} /s");
            if (absence is null)
            {
                var threads = PyTorch.Measure(representation, 1, cores, torchEpochs, file).Rate;
                var processes = PyTorch.Measure(representation, cores, 1, torchEpochs, file).Rate;
                Console.WriteLine($"  {representation, -12} PyTorch, 1 process x {cores} threads        {threads, 10:N0} /s");
                Console.WriteLine($"  {representation, -12} PyTorch, {cores} processes x 1 thread      {processes, 10:N0} /s");
                Console.WriteLine(
                    $"  {representation, -12} ratio to the better PyTorch          {rate / Math.Max(threads, processes), 10:N1} x");
            }

            Console.WriteLine(
                $"  {representation, -12} {ours[0].OperationsPerCrystal / 1e6:N2} MFLOP per crystal, "
                    + $"{ours[0].OperationsPerCrystal * ours[0].Rate / 1e9:N1} GFLOP/s per core; time:");
            var total = ours[0].StageSeconds.Values.Sum();
            Console.WriteLine(
                "               "
                    + string.Join(
                        ", ",
                        ours[0].StageSeconds.OrderByDescending(s => s.Value).Select(s => $"{s.Key} {100 * s.Value / total:N0} %")));
        }
    }
}
