using FsCheck;
using FsCheck.Fluent;
using Tomography.Learning;

namespace Tomography.Store.Tests;

/// <summary>Splits are kept by their content.</summary>
public sealed class Splits : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SplitStore _store;

    public Splits() => _store = new(new(_folder.Root));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_split_comes_back_with_its_parts_in_their_order() =>
        Prop.ForAll(Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (count, seed) =>
        {
            var split = Split.ByShares(count, null, SplitShares.Default, seed);
            var hash = _store.Keep(split);
            hash.ShouldBe(SplitStore.HashOf(split));
            var read = _store.Read(hash);
            read.Train.ShouldBe(split.Train);
            read.Validation.ShouldBe(split.Validation);
            read.Test.ShouldBe(split.Test);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_held_out_comes_back_and_is_part_of_the_name()
    {
        var (split, plain) = (new Split([0, 1], [2], [3]) { HeldOut = [4, 5] }, new Split([0, 1], [2], [3]));
        _store.Read(_store.Keep(split)).HeldOut.ShouldBe([4, 5]);
        _store.Read(_store.Keep(plain)).HeldOut.ShouldBeEmpty();
        SplitStore.HashOf(split).ShouldNotBe(SplitStore.HashOf(plain));
    }

    [Fact]
    public void The_name_of_a_split_that_holds_out_nothing_never_changes() =>
        // Stated: a change here would name the splits of every store anew.
        SplitStore.HashOf(new([0, 1], [2], [3])).ShouldBe("8199d1293cbb46847a327603ef90d8488f234603e3d7a0de2f63a51c85711a4b");

    [Fact]
    public void Other_parts_have_another_name_and_so_has_another_order() =>
        new[]
        {
            new Split([0, 1], [2], [3]), new Split([1, 0], [2], [3]), new Split([0], [1, 2], [3]), new Split([0, 1], [2, 3], []),
            new Split([0, 1], [], [2, 3]),
        }.Select(SplitStore.HashOf).ShouldBeUnique();

    [Fact]
    public void A_damaged_split_is_refused_and_made_anew()
    {
        var split = new Split([0, 1, 2], [3], [4]);
        var hash = _store.Keep(split);
        var path = new StoreFolders(_folder.Root).SplitOf(hash);
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < whole.Length; i++)
        {
            var bytes = (byte[])whole.Clone();
            bytes[i] ^= 4;
            File.WriteAllBytes(path, bytes);
            Should.Throw<InvalidDataException>(() => _store.Read(hash)).Message.ShouldContain(path);
        }

        _store.Keep(split);
        File.ReadAllBytes(path).ShouldBe(whole);
    }

    [Fact]
    public void A_split_that_is_not_there_is_told() =>
        Should.Throw<InvalidDataException>(() => _store.Read(new('a', 64))).Message
            .ShouldEndWith("is not there or damaged; building again makes it anew.");

    [Fact]
    public void A_split_that_is_there_is_not_written_again()
    {
        var split = new Split([0], [1], [2]);
        var path = new StoreFolders(_folder.Root).SplitOf(_store.Keep(split));
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        _store.Keep(split);
        File.GetLastWriteTimeUtc(path).ShouldBe(DateTime.UnixEpoch);
    }
}
