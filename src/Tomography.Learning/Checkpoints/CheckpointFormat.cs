using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tomography.Learning;

/// <summary>
/// The binary form of a <see cref="TrainingCheckpoint"/>: a magic number with the version, then the fields in order, little-endian, arrays
/// with their length in front.
/// </summary>
internal static class CheckpointFormat
{
    private const ulong Magic = 0x31504B43_4F4D4F54; // "TOMOCKP1", of which the last letter is the version

    /// <summary>Says that a joint model's part follows.</summary>
    private const byte JointMark = 1;

    /// <summary>Elements read at once: a damaged length allocates no more than this beyond what the stream really holds.</summary>
    private const int Chunk = 1 << 14;

    public static void Write(TrainingCheckpoint checkpoint, Stream stream)
    {
        Put(stream, Magic);
        Put(stream, checkpoint.Epoch);
        Put(stream, checkpoint.Position);
        Put(stream, checkpoint.LossSum);
        PutArray(stream, checkpoint.Order.AsSpan());
        Put(stream, checkpoint.Shuffle);
        PutModel(stream, checkpoint.Network.Model);
        PutArray<float>(stream, checkpoint.Network.Optimizer.First);
        PutArray<float>(stream, checkpoint.Network.Optimizer.Second);
        Put(stream, checkpoint.Network.Optimizer.FirstDecayed);
        Put(stream, checkpoint.Network.Optimizer.SecondDecayed);
        PutModel(stream, checkpoint.Best);
        Put(stream, checkpoint.BestEpoch);
        Put(stream, checkpoint.BestMae);
        Put(stream, checkpoint.History.Length);
        foreach (var record in checkpoint.History)
        {
            Put(stream, record.TrainLoss);
            Put(stream, record.ValidationMae);
        }

        Put(stream, checkpoint.Seconds);
        if (checkpoint.Network.Joint is { } joint) PutJoint(stream, checkpoint, joint);
    }

    // Behind all else, so that models of one target are written as before there were joint ones.
    private static void PutJoint(Stream stream, TrainingCheckpoint checkpoint, JointProgress joint)
    {
        stream.WriteByte(JointMark);
        Put(stream, joint.Steps);
        PutArray<double>(stream, joint.Sums);
        Put(stream, checkpoint.Others.Length);
        foreach (var (best, epoch, mae) in checkpoint.Others)
        {
            PutModel(stream, best);
            Put(stream, epoch);
            Put(stream, mae);
        }

        foreach (var record in checkpoint.History) PutArray(stream, record.TargetMaes!.Value.AsSpan());
    }

    private static TrainingCheckpoint GetJoint(Stream stream, TrainingCheckpoint checkpoint)
    {
        var joint = new JointProgress(Get<long>(stream), GetArray<double>(stream));
        var others = ImmutableArray.CreateBuilder<TargetProgress>();
        for (var left = GetLength(stream); left > 0; left--) others.Add(new(GetModel(stream), Get<int>(stream), Get<double>(stream)));
        return checkpoint with
        {
            Network = checkpoint.Network with { Joint = joint },
            Others = others.ToImmutable(),
            History = [.. checkpoint.History.Select(r => r with { TargetMaes = [.. GetArray<double>(stream)] })],
        };
    }

    public static TrainingCheckpoint Read(Stream stream)
    {
        if (Get<ulong>(stream) != Magic) throw new InvalidDataException("This is no training checkpoint of this version of the program.");
        var checkpoint = new TrainingCheckpoint(
            Get<int>(stream),
            Get<int>(stream),
            Get<double>(stream),
            ImmutableCollectionsMarshal.AsImmutableArray(GetArray<int>(stream)),
            Get<GeneratorState>(stream),
            new(GetModel(stream), new(GetArray<float>(stream), GetArray<float>(stream), Get<double>(stream), Get<double>(stream))),
            GetModel(stream),
            Get<int>(stream),
            Get<double>(stream),
            GetHistory(stream),
            Get<double>(stream));
        var next = stream.ReadByte();
        if (next == JointMark)
        {
            checkpoint = GetJoint(stream, checkpoint);
            next = stream.ReadByte();
        }

        if (next >= 0) throw new InvalidDataException("The training checkpoint is followed by other bytes.");
        CheckpointChecks.MakesSense(checkpoint);
        return checkpoint;
    }

    private static void Put<T>(Stream stream, T value)
        where T : unmanaged => stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    private static void PutArray<T>(Stream stream, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Put(stream, values.Length);
        // In parts: the bytes of a long array can be more than a span holds.
        for (; values.Length > Chunk; values = values[Chunk..]) stream.Write(MemoryMarshal.AsBytes(values[..Chunk]));
        stream.Write(MemoryMarshal.AsBytes(values));
    }

    private static void PutModel(Stream stream, ModelState model)
    {
        PutArray<float>(stream, model.Parameters);
        PutArray<float>(stream, model.Running);
    }

    private static T Get<T>(Stream stream)
        where T : unmanaged
    {
        T value = default;
        Fill(stream, new Span<T>(ref value));
        return value;
    }

    private static T[] GetArray<T>(Stream stream)
        where T : unmanaged
    {
        var length = GetLength(stream);
        var values = new T[Math.Min(length, Chunk)];
        for (var done = 0; done < length;)
        {
            if (done == values.Length) Array.Resize(ref values, (int)Math.Min(length, 2L * done));
            var part = values.AsSpan(done, Math.Min(Chunk, values.Length - done));
            Fill(stream, part);
            done += part.Length;
        }

        return values;
    }

    private static ModelState GetModel(Stream stream) => new(GetArray<float>(stream), GetArray<float>(stream));

    private static ImmutableArray<EpochRecord> GetHistory(Stream stream)
    {
        var length = GetLength(stream);
        var history = ImmutableArray.CreateBuilder<EpochRecord>(Math.Min(length, Chunk));
        for (var epoch = 1; epoch <= length; epoch++) history.Add(new(epoch, Get<double>(stream), Get<double>(stream)));
        return history.ToImmutable();
    }

    private static int GetLength(Stream stream)
    {
        var length = Get<int>(stream);
        return length >= 0 && length <= Array.MaxLength / 2
            ? length
            : throw new InvalidDataException($"The training checkpoint is damaged: a list of {length} numbers.");
    }

    private static void Fill<T>(Stream stream, Span<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException("The training checkpoint ends too early.");
    }
}
