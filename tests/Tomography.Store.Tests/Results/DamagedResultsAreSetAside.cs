namespace Tomography.Store.Tests;

/// <summary>A damaged result is never used: it is set aside, told, and its job counts as not done.</summary>
public sealed class DamagedResultsAreSetAside : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ResultStore _store;
    private readonly JobResult _result = Samples.Result();
    private readonly byte[] _whole;

    public DamagedResultsAreSetAside()
    {
        _store = new(_folder.Root);
        _store.Write(_result);
        _whole = File.ReadAllBytes(Samples.PathOf(_folder, _result));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_flipped_bit_anywhere_is_noticed_or_changes_nothing()
    {
        var setAside = 0;
        for (var i = 0; i < _whole.Length; i++)
            foreach (var bit in new[] { 0x01, 0x20, 0x80 })
            {
                var bytes = (byte[])_whole.Clone();
                bytes[i] ^= (byte)bit;
                if (!IsSetAside(bytes)) continue;
                setAside++;
            }

        // All but the line breaks and spaces around the content, where a tab or another break means the same.
        setAside.ShouldBeGreaterThan(3 * (_whole.Length - 30));
    }

    [Fact]
    public void A_cut_result_is_set_aside()
    {
        for (var length = 0; length < _whole.Length - 2; length++)
            IsSetAside(_whole[..length]).ShouldBeTrue($"cut to {length} of {_whole.Length} bytes");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"checksum\":1,\"content\":{}}")]
    [InlineData("{\"checksum\":\"74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b\",\"content\":null}")]
    public void What_is_no_result_is_set_aside(string text) => IsSetAside(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBeTrue();

    [Fact]
    public void A_result_under_another_key_is_set_aside()
    {
        var other = Samples.Result('b');
        Directory.CreateDirectory(_folder.PathOf("results", "bb"));
        File.Move(Samples.PathOf(_folder, _result), Samples.PathOf(_folder, other));
        var told = new List<string>();
        _store.Read(other.Key, told.Add).ShouldBeNull();
        told.ShouldHaveSingleItem().ShouldContain($"it is that of job {_result.Key}");
    }

    [Fact]
    public void What_is_told_says_which_job_why_and_where_to()
    {
        var path = Samples.PathOf(_folder, _result);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"testMae\": 0.1", "\"testMae\": 0.2"));
        var told = new List<string>();
        _store.Read(_result.Key, told.Add).ShouldBeNull();
        var damaged = _folder.PathOf("damaged", _result.Key.Value + ".json");
        told.ShouldBe([
            $"The result of job aaaaaaaaaaaa was damaged and has been set aside as '{damaged}': its checksum does not fit its content.",
        ]);
        File.Exists(damaged).ShouldBeTrue();
        _store.Contains(_result.Key).ShouldBeFalse();
        _store.Read(_result.Key, told.Add).ShouldBeNull();
        told.Count.ShouldBe(1);
    }

    /// <summary>Whether a file is set aside; if not, it must hold the result unchanged.</summary>
    private bool IsSetAside(byte[] bytes)
    {
        File.WriteAllBytes(Samples.PathOf(_folder, _result), bytes);
        var told = 0;
        var read = _store.Read(_result.Key, _ => told++);
        if (read is null)
        {
            told.ShouldBe(1);
            _store.Contains(_result.Key).ShouldBeFalse();
            return true;
        }

        told.ShouldBe(0);
        Samples.Bits(read).ShouldBe(Samples.Bits(_result));
        return false;
    }
}
