using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Store.Tests;

/// <summary>What a job leaves comes back to the bit; where it is damaged that is noticed, and the job is not done.</summary>
public sealed class WhatStandsBesideResults : IDisposable
{
    private static readonly ImmutableArray<float> s_odd = [1 / 3f, -0f, float.Epsilon, float.MaxValue, float.NaN, float.NegativeInfinity];

    private readonly TemporaryFolder _folder = new();
    private readonly StoreFolders _folders;
    private readonly PredictionStore _predictions;
    private readonly WeightStore _weights;
    private readonly LatentStore _latents;
    private readonly ResultStore _results;
    private readonly JobKey _key = Samples.Result().Key;

    public WhatStandsBesideResults()
    {
        _folders = new(_folder.Root);
        (_predictions, _weights, _latents, _results) = (new(_folders), new(_folders), new(_folders), new(_folder.Root));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predictions_come_back_to_the_bit() =>
        Prop.ForAll(Floats(), Floats(), Floats(), (one, two, three) =>
        {
            _predictions.Write(_key, [new(new("band-gap"), one, two), new(new("volume"), three, [])]);
            var read = _predictions.Read(_key, Undamaged).ShouldNotBeNull();
            read.Select(p => p.Target.Value).ShouldBe(["band-gap", "volume"]);
            Bits([.. read[0].Validation]).ShouldBe(Bits(one));
            Bits([.. read[0].Test]).ShouldBe(Bits(two));
            Bits([.. read[1].Validation]).ShouldBe(Bits(three));
            read[1].Test.ShouldBeEmpty();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Weights_come_back_to_the_bit() =>
        Prop.ForAll(Floats(), Floats(), (parameters, running) =>
        {
            _weights.Write(_key, new([.. parameters], [.. running]));
            var read = _weights.Read(_key, Undamaged).ShouldNotBeNull();
            Bits([.. read.Parameters]).ShouldBe(Bits(parameters));
            Bits([.. read.Running]).ShouldBe(Bits(running));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Latent_vectors_come_back_to_the_bit()
    {
        _latents.Write(_key, 3, s_odd);
        var read = _latents.Read(_key, Undamaged).ShouldNotBeNull();
        (read.Crystals, read.Dimensions).ShouldBe((3, 2));
        Bits(read.Values).ShouldBe(Bits(s_odd));
    }

    [Fact]
    public void What_is_not_there_is_absent_without_a_word()
    {
        _predictions.Read(_key, Undamaged).ShouldBeNull();
        _weights.Read(_key, Undamaged).ShouldBeNull();
        _latents.Read(_key, Undamaged).ShouldBeNull();
        (_predictions.AreWhole(_key, Undamaged), _weights.AreWhole(_key, Undamaged), _latents.AreWhole(_key, Undamaged))
            .ShouldBe((false, false, false));
    }

    [Theory]
    [InlineData(Kept.Predictions, "The predictions of job aaaaaaaaaaaa")]
    [InlineData(Kept.Weights, "The weights of job aaaaaaaaaaaa")]
    [InlineData(Kept.Latents, "The latent vectors of job aaaaaaaaaaaa")]
    public void Any_bit_that_changes_and_any_cut_is_noticed(Kept kind, string told)
    {
        WriteAll();
        var path = PathOf(kind);
        var whole = File.ReadAllBytes(path);
        IEnumerable<byte[]> cut = Enumerable.Range(0, whole.Length).Select(length => whole[..length]);
        var flipped = Enumerable.Range(0, whole.Length * 8).Select(bit =>
        {
            var bytes = (byte[])whole.Clone();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            return bytes;
        });
        foreach (var bytes in cut.Concat(flipped))
        {
            File.WriteAllBytes(path, bytes);
            var heard = new List<string>();
            IsRead(kind, heard.Add).ShouldBeFalse();
            _results.IsDone(_key, kind, heard.Add).ShouldBeFalse();
            heard.Count.ShouldBe(2);
            heard.ShouldAllBe(h => h.StartsWith(told) && h.Contains(path));
        }
    }

    [Theory]
    [InlineData(Kept.Predictions, Kept.Weights)]
    [InlineData(Kept.Weights, Kept.Latents)]
    [InlineData(Kept.Latents, Kept.Predictions)]
    public void A_file_of_one_kind_is_none_of_another(Kept kind, Kept other)
    {
        WriteAll();
        File.Copy(PathOf(other), PathOf(kind), overwrite: true);
        var heard = new List<string>();
        IsRead(kind, heard.Add).ShouldBeFalse();
        heard.ShouldHaveSingleItem().ShouldContain("damaged");
    }

    [Fact]
    public void A_job_is_done_when_its_result_and_all_that_it_keeps_are_there()
    {
        const Kept All = Kept.Predictions | Kept.Latents | Kept.Weights;
        WriteAll();
        _results.IsDone(_key, All, Undamaged).ShouldBeTrue();
        _results.ContainsAll(_key, All).ShouldBeTrue();
        foreach (var kind in new[] { Kept.Predictions, Kept.Weights, Kept.Latents })
        {
            File.Delete(PathOf(kind));
            _results.Missing(_key, All).ShouldBe(kind);
            (_results.ContainsAll(_key, All), _results.IsDone(_key, All, Undamaged), _results.IsDone(_key, All & ~kind, Undamaged))
                .ShouldBe((false, false, true), $"{kind}");
            WriteAll();
        }

        File.Delete(Samples.PathOf(_folder, Samples.Result()));
        (_results.ContainsAll(_key, Kept.Nothing), _results.IsDone(_key, Kept.Nothing, Undamaged)).ShouldBe((false, false));
    }

    private static void Undamaged(string told) => told.ShouldBeNull();

    private static Arbitrary<ImmutableArray<float>> Floats() => Gen.Choose(int.MinValue, int.MaxValue)
        .Select(BitConverter.Int32BitsToSingle)
        .ListOf().Select(list => ImmutableArray.CreateRange(list).AddRange(s_odd)).ToArbitrary();

    private static IEnumerable<int> Bits(ImmutableArray<float> values) => values.Select(BitConverter.SingleToInt32Bits);

    private void WriteAll()
    {
        _predictions.Write(_key, [new(new PropertyName("band-gap"), s_odd, s_odd)]);
        _weights.Write(_key, new ModelState([.. s_odd], [.. s_odd]));
        _latents.Write(_key, 3, s_odd);
        _results.Write(Samples.Result());
    }

    private bool IsRead(Kept kind, Action<string> told) => kind switch
    {
        Kept.Predictions => _predictions.Read(_key, told) is not null,
        Kept.Weights => _weights.Read(_key, told) is not null,
        _ => _latents.Read(_key, told) is not null,
    };

    private string PathOf(Kept kind)
    {
        var folder = kind switch { Kept.Predictions => _folders.Predictions, Kept.Weights => _folders.Weights, _ => _folders.Latents };
        return Path.Combine(folder, _key.Value[..2], _key.Value + ".bin");
    }
}
