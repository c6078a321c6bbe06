using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Learning.Tests;

public class CheckpointBytes
{
    private static readonly TrainingCheckpoint Sample = SmallTraining.TrainUntil(
        9,
        new CpuDevice(),
        SmallTraining.Task(OptimizerKind.Adam, true),
        null
    )!;
    private static readonly byte[] SampleBytes = SmallTraining.Bytes(Sample);

    [Fact]
    public void What_is_written_is_read()
    {
        SmallTraining.Bytes(SmallTraining.ThroughBytes(Sample)).ShouldBe(SampleBytes);
        var read = SmallTraining.ThroughBytes(Sample);
        read.History.ShouldBe(Sample.History);
        read.Order.ShouldBe(Sample.Order);
        read.Shuffle.ShouldBe(Sample.Shuffle);
        read.Network.Optimizer.Second.ShouldBe(Sample.Network.Optimizer.Second);
        read.Network.Optimizer.SecondDecayed.ShouldBe(Sample.Network.Optimizer.SecondDecayed);
        read.Best.Parameters.ShouldBe(Sample.Best.Parameters);
        (read.Epoch, read.Position, read.LossSum, read.BestEpoch, read.BestMae, read.Seconds)
            .ShouldBe((Sample.Epoch, Sample.Position, Sample.LossSum, Sample.BestEpoch, Sample.BestMae, Sample.Seconds));
    }

    [Fact]
    public void An_end_before_the_end_is_seen_wherever_it_is()
    {
        // Every length near the start, where the fields are short; then every hundredth.
        foreach (var length in Enumerable.Range(0, SampleBytes.Length).Where(l => l < 300 || l % 101 == 0 || l > SampleBytes.Length - 100))
            Should.Throw<InvalidDataException>(() => TrainingCheckpoint.Read(new MemoryStream(SampleBytes, 0, length)));
        Should.Throw<InvalidDataException>(() => TrainingCheckpoint.Read(new MemoryStream([.. SampleBytes, 0])));
    }

    [Fact]
    public void Damaged_bytes_are_read_or_refused_but_nothing_else_happens()
    {
        var refused = 0;
        var damage = Gen.Choose(0, SampleBytes.Length - 1).Zip(Gen.Choose(1, 255)).NonEmptyListOf();
        Prop.ForAll(damage.ToArbitrary(), places =>
        {
            byte[] bytes = [.. SampleBytes];
            // Half of the damage goes to the first bytes, where it does most.
            foreach (var (place, change) in places) bytes[change % 2 == 0 ? place : place % 200] ^= (byte)change;
            if (!Reads(bytes)) refused++;
        }).Check(Config.QuickThrowOnFailure.WithReplay(7, 9).WithMaxTest(2_000));
        refused.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            // Half of them pass for a checkpoint at first.
            if (i % 2 == 0) SampleBytes.AsSpan(0, Math.Min(8, bytes.Length)).CopyTo(bytes);
            Reads(bytes).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_damaged_length_allocates_little()
    {
        byte[] bytes = [.. SampleBytes];
        // The order's length stands behind the magic number, the epoch, the position and the loss.
        BitConverter.GetBytes(1_000_000_000).CopyTo(bytes, 8 + 4 + 4 + 8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<InvalidDataException>(() => TrainingCheckpoint.Read(new MemoryStream(bytes)));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void A_generator_that_stands_at_zero_is_refused_since_shuffling_would_never_end()
    {
        Should
            .Throw<InvalidDataException>(() => SmallTraining.ThroughBytes(Sample with { Shuffle = default }))
            .Message.ShouldContain("generator");
        Should.Throw<ArgumentException>(() => new Generator(default(GeneratorState)));
    }

    [Fact]
    public void Numbers_that_contradict_each_other_are_refused()
    {
        TrainingCheckpoint[] damaged =
        [
            Sample with
            {
                Epoch = 2,
            },
            Sample with
            {
                Epoch = 0,
                History = [],
            },
            Sample with
            {
                Position = -7,
            },
            Sample with
            {
                Position = 700,
            },
            Sample with
            {
                LossSum = double.NaN,
            },
            Sample with
            {
                BestEpoch = 3,
            },
            Sample with
            {
                BestEpoch = 0,
            },
            Sample with
            {
                BestMae = 1e-9,
            },
            Sample with
            {
                Seconds = double.NaN,
            },
            Sample with
            {
                Seconds = -1,
            },
            Sample with
            {
                Best = new([], []),
            },
            Sample with
            {
                Network = Sample.Network with { Optimizer = Sample.Network.Optimizer with { FirstDecayed = 2 } },
            },
            Sample with
            {
                History = [.. Sample.History.Take(1), new(2, double.NaN, 1)],
            },
        ];
        foreach (var checkpoint in damaged) Should.Throw<InvalidDataException>(() => SmallTraining.ThroughBytes(checkpoint));
    }

    private static bool Reads(byte[] bytes)
    {
        try
        {
            TrainingCheckpoint.Read(new MemoryStream(bytes));
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
