using System.Diagnostics;
using System.Reflection;
using Tomography.Learning.Cuda.Tests;
using Xunit;
using Xunit.Sdk;

// The tests of the kernels without a test runner, for machines with a GPU and without the .NET SDK:
//   Tomography.Learning.Cuda.Tests [part of a test's name ...]
// Exit code 0: all passed on the GPU; 1: some failed; 2: there is no GPU that works.
if (TestCard.Obstacle is { } obstacle)
{
    Console.WriteLine(obstacle);
    return 2;
}

using var emulation = new EmulationFixture();
int passed = 0, failed = 0;
foreach (var type in (Type[])[typeof(KernelsHaveTheBitsOfTheCpu), typeof(CohortsTrainOnACard)])
    foreach (var method in type.GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null))
    {
        if (args.Length > 0 && !args.Any(a => method.Name.Contains(a, StringComparison.OrdinalIgnoreCase))) continue;
        // What needs a card of a stated size runs on the emulated one alone.
        if (method.GetCustomAttribute<EmulatedAloneAttribute>() is not null) continue;
        var rows = method.GetCustomAttributes<DataAttribute>().SelectMany(d => d.GetData(method)).ToArray();
        foreach (var row in rows.Length > 0 ? rows : [[]]) Run(type, method, row);
    }

Console.WriteLine($"{passed} passed, {failed} failed on {Tomography.Learning.Cuda.CudaDevices.All().First().Name}.");
return failed > 0 ? 1 : 0;

void Run(Type type, MethodInfo method, object[] row)
{
    var name = $"{method.Name}({string.Join(", ", row)})";
    var watch = Stopwatch.StartNew();
    try
    {
        method.Invoke(Activator.CreateInstance(type, emulation), row);
        passed++;
        Console.WriteLine($"passed {watch.Elapsed.TotalSeconds,5:N1} s  {name}");
    }
    catch (TargetInvocationException e)
    {
        failed++;
        Console.WriteLine($"FAILED {watch.Elapsed.TotalSeconds,5:N1} s  {name}\n{e.InnerException}");
    }
}
