using Shouldly;
using Xunit.Sdk;

namespace Tomography.Testing;

/// <summary>
/// Hashes that stand in a file of the checkout, a line each: case, part, hash. A test compares what it computes with them. Where bits
/// change on purpose, run the test with TOMOGRAPHY_PIN=1 in its environment: it writes the new hashes into the file, and still fails
/// where they are new, so that a variable left behind hides nothing.
/// </summary>
/// <param name="path">The file, as parts of a path from the root of the checkout.</param>
public sealed class PinnedHashes(params string[] path)
{
    private const string Separator = " | ";

    private readonly string _file = Repository.PathOf(path);

    /// <summary>Compares the parts of a case with the stored ones.</summary>
    /// <param name="name">The case.</param>
    /// <param name="where">On what it was computed, for the message; empty where it does not matter.</param>
    /// <param name="parts">Its parts and their hashes.</param>
    public void Check(string name, string where, params IReadOnlyList<(string Part, NumberHash Hash)> parts)
    {
        var stored = Read().Where(l => l.Case == name).ToDictionary(l => l.Part, l => l.Hash, StringComparer.Ordinal);
        var computed = parts.ToDictionary(p => p.Part, p => p.Hash.ToString(), StringComparer.Ordinal);
        var changed = computed.Where(p => stored.GetValueOrDefault(p.Key) != p.Value).Select(p => p.Key)
            .Concat(stored.Keys.Where(part => !computed.ContainsKey(part))).ToArray();
        if (changed.Length == 0) return;
        var hint = "Run this test with TOMOGRAPHY_PIN=1 to store the new ones.";
        if (Environment.GetEnvironmentVariable("TOMOGRAPHY_PIN") == "1")
        {
            Write([.. Read().Where(l => l.Case != name), .. computed.Select(p => (name, p.Key, p.Value))]);
            hint = "The new ones are stored; run again without TOMOGRAPHY_PIN.";
        }

        var place = where.Length > 0 ? $" on {where}" : "";
        throw new XunitException($"""
            {name}{place}: other bits than stored in {string.Join('/', path)} for: {string.Join(", ", changed)}.
            Where no number was meant to change, this is a defect. Where it was, every stored result is out of date:
            raise the version in src/Tomography.Learning/Numerics.cs in the same commit. {hint}
            {string.Join('\n', computed.Select(p => string.Join(Separator, name, p.Key, p.Value)))}
            """);
    }

    /// <summary>Fails where hashes are stored that no case computes any longer, or a case is not stored.</summary>
    public void ShouldHold(IEnumerable<string> cases) =>
        Read().Select(l => l.Case).Distinct(StringComparer.Ordinal).ShouldBe(cases, ignoreOrder: true, $"the cases in {_file}");

    private (string Case, string Part, string Hash)[] Read() =>
        File.Exists(_file) ? [.. File.ReadLines(_file).Select(l => l.Split(Separator)).Select(l => (l[0], l[1], l[2]))] : [];

    private void Write(IEnumerable<(string Case, string Part, string Hash)> lines) =>
        File.WriteAllText(_file, string.Concat(
            lines.OrderBy(l => l.Case, StringComparer.Ordinal).Select(l => string.Join(Separator, l.Case, l.Part, l.Hash) + "\n")));
}
