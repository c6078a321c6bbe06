using FsCheck;
using FsCheck.Fluent;

namespace Tomography.Store.Tests;

/// <summary>What goes into the store comes out of it.</summary>
public sealed class ResultsAreKeptExactly : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ResultStore _store;

    public ResultsAreKeptExactly() => _store = new(_folder.Root);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_result_comes_back_bit_for_bit()
    {
        var result = Samples.Result();
        _store.Write(result);
        _store.Contains(result.Key).ShouldBeTrue();
        var read = _store.Read(result.Key, damage => damage.ShouldBeNull()).ShouldNotBeNull();
        Samples.Bits(read).ShouldBe(Samples.Bits(result));
        read.Fingerprint.ShouldBe(result.Fingerprint);
        read.Provenance.Packages.ShouldBe(result.Provenance.Packages);
        (read.Provenance with { Packages = default }).ShouldBe(result.Provenance with { Packages = default });
        read.Scores.ShouldBe(result.Scores);
        (read with { Scores = default, Fingerprint = default, History = default, Provenance = null! })
            .ShouldBe(result with { Scores = default, Fingerprint = default, History = default, Provenance = null! });
    }

    [Fact]
    public void Any_finite_number_comes_back_bit_for_bit() =>
        Prop.ForAll(
                Arb.From<double>(
                    Gen.Choose(0, int.MaxValue)
                        .Two()
                        .Select(p => BitConverter.Int64BitsToDouble(((long)p.Item1 << 32) | (uint)p.Item2))
                        .Where(double.IsFinite)),
                number =>
                {
                    var result = Samples.Result(testMae: number);
                    _store.Write(result);
                    return BitConverter.DoubleToInt64Bits(_store.Read(result.Key, _ => { })!.Scores[0].TestMae)
                        == BitConverter.DoubleToInt64Bits(number);
                }
            )
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_job_without_a_result_is_absent_without_a_word()
    {
        var key = Samples.Result().Key;
        _store.Contains(key).ShouldBeFalse();
        _store.Read(key, damage => damage.ShouldBeNull()).ShouldBeNull();
    }

    [Fact]
    public void Two_writers_of_one_key_do_not_tear()
    {
        var (one, other) = (Samples.Result(testMae: 1), Samples.Result(testMae: 2));
        _store.Write(one);
        Parallel.For(0, 200, i =>
        {
            _store.Write(i % 2 == 0 ? one : other);
            _store.Read(one.Key, damage => damage.ShouldBeNull()).ShouldNotBeNull().Scores[0].TestMae.ShouldBeOneOf(1, 2);
        });
        Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }
}
