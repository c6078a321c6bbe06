using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>A GPU that is none: kernels run on the CPU, thread by thread.</summary>
internal sealed unsafe class EmulatedGpu : IGpu
{
    private readonly Emulator _emulator;
    private readonly delegate* unmanaged<ulong, ulong> _allocate;
    private readonly delegate* unmanaged<ulong, void> _free;
    private readonly delegate* unmanaged<ulong, void*, ulong, void> _copyIn;
    private readonly delegate* unmanaged<void*, ulong, ulong, void> _copyOut;
    private readonly delegate* unmanaged<ulong, ulong, void> _clear;
    private readonly delegate* unmanaged<nint, int, int, int, int, int, void*, void*, byte*> _launch;
    private readonly Dictionary<string, nint> _kernels = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> _held = [];

    public EmulatedGpu(Emulator emulator, ulong seed, long bytes)
    {
        _emulator = emulator;
        ((delegate* unmanaged<int, ulong, ulong, void>)emulator.Export("emulator_start"))(emulator.IsChecked ? 1 : 0, seed, (ulong)bytes);
        _allocate = (delegate* unmanaged<ulong, ulong>)emulator.Export("emulator_allocate");
        _free = (delegate* unmanaged<ulong, void>)emulator.Export("emulator_free");
        _copyIn = (delegate* unmanaged<ulong, void*, ulong, void>)emulator.Export("emulator_copy_in");
        _copyOut = (delegate* unmanaged<void*, ulong, ulong, void>)emulator.Export("emulator_copy_out");
        _clear = (delegate* unmanaged<ulong, ulong, void>)emulator.Export("emulator_clear");
        _launch = (delegate* unmanaged<nint, int, int, int, int, int, void*, void*, byte*>)emulator.Export("emulator_launch");
    }

    /// <summary>Called before each launch with its number, from 1; what it throws is what the card answers.</summary>
    public Action<int>? OnLaunch { get; set; }

    /// <summary>How often each kernel was launched.</summary>
    public Dictionary<string, int> Launches { get; } = new(StringComparer.Ordinal);

    /// <summary>How many pieces of memory are held.</summary>
    public int Held => _held.Count;

    /// <summary>The most bytes that were in use.</summary>
    public long Used { get; private set; }

    public (long Free, long Total) Memory
    {
        get
        {
            ulong free, total;
            ((delegate* unmanaged<ulong*, ulong*, void>)_emulator.Export("emulator_memory"))(&free, &total);
            return ((long)free, (long)total);
        }
    }

    public ulong Allocate(long bytes)
    {
        var address = _allocate((ulong)bytes);
        if (address == 0) throw new DeviceMemoryException($"{bytes} bytes are more than the emulated card has left.");
        _held.Add(address);
        var (free, total) = Memory;
        Used = Math.Max(Used, total - free);
        return address;
    }

    public void Free(ulong address)
    {
        if (!_held.Remove(address)) throw new InvalidOperationException("Freed twice.");
        _free(address);
    }

    public void Upload<T>(ulong to, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        fixed (T* from = values) _copyIn(to, from, (ulong)(values.Length * Unsafe.SizeOf<T>()));
    }

    public void Download<T>(Span<T> to, ulong from)
        where T : unmanaged
    {
        fixed (T* target = to) _copyOut(target, from, (ulong)(to.Length * Unsafe.SizeOf<T>()));
    }

    public void Clear(ulong at, long bytes) => _clear(at, (ulong)bytes);

    public void Copy(ulong to, ulong from, long bytes) => _copyIn(to, (void*)from, (ulong)bytes);

    public void Launch(KernelLaunch launch, in Step step)
    {
        OnLaunch?.Invoke(Launches.Values.Sum() + 1);
        Launches[launch.Kernel] = Launches.GetValueOrDefault(launch.Kernel) + 1;
        if (!_kernels.TryGetValue(launch.Kernel, out var kernel))
            kernel = _kernels[launch.Kernel] = _emulator.Export(launch.Kernel);
        var most = *(int*)_emulator.Export("threads_of_" + launch.Kernel);
        if (launch.Threads > most) throw new EmulationException($"{launch.Kernel}: {launch.Threads} threads, made for {most}.");
        var arguments = launch.Arguments;
        fixed (Step* pointer = &step)
        {
            var error = _launch(kernel, launch.X, launch.Y, launch.Z, launch.Threads, launch.SharedBytes, pointer, &arguments);
            if (error is not null) throw new EmulationException($"{launch.Kernel}: {Marshal.PtrToStringUTF8((nint)error)}");
        }
    }

    public void Synchronize()
    {
    }

    public void Dispose()
    {
    }
}
