using Shouldly;
using Tomography.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Crystals.Tests;

public class ListedOperationsAgreeWithNames(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> s_accepted = new(StringComparer.Ordinal)
    {
        ["test__data__crystals__ACOF-1_vesta.cif"] = "the six operations of a trigonal group under the name P 1",
        ["src__lib__perl5__COD__CIF__Parser__Yapp__tests__inputs__1100976.cif"] = "the glide plane n under the name Pc",
        ["src__lib__perl5__COD__CIF__Parser__Yapp__tests__inputs__1100977.cif"] = "half the operations of Fddd",
        ["src__lib__perl5__COD__CIF__Parser__Yapp__tests__inputs__1100978.cif"] = "Cc without its centring",
        ["tests__inputs__2005206.cif"] = "x,-y,-z where P 21/n needs -x,-y,-z",
        ["tests__inputs__8103382.cif"] = "the identity is missing",
        ["tests__inputs__cifs-with-errors__2009397.cif"] = "operations of R 3 with wrong signs",
        ["tests__inputs__cod-with-errors__2009397.cif"] = "operations of R 3 with wrong signs",
        ["tests__inputs__wrong-multiplicity.cif"] = "36 operations under the name R 3 2, which has 18",
    };

    [SharedDataFact]
    public void Operations_that_a_file_lists_are_those_generated_from_the_symbol_it_states()
    {
        int byName = 0, byHall = 0, compared = 0;
        var differing = new List<string>();
        foreach (var file in Directory.GetFiles(SharedData.PathOf("cif-corpus"), "*.cif", SearchOption.AllDirectories).Order())
        {
            var text = File.ReadAllText(file);
            foreach (var block in new CifParser(text, new(text)).Parse())
            {
                if (Listed(text, block) is not { Length: > 0 } listed) continue;
                var name = Stated(text, block, CifTag.GroupName);
                var hall = Stated(text, block, CifTag.GroupHall);
                var named = SpaceGroupTable.ByName(name);
                var ofHall = hall.Length > 0 ? HallSymbol.Operations(hall) : null;
                if (!named.IsEmpty)
                {
                    compared++;
                    if (named.Any(s => OperationSet.AreSameButOrigin(listed, s.Operations.AsSpan()))) byName++;
                    else differing.Add($"{Path.GetFileName(file)} {block.Name}: {listed.Length} operations, {name}");
                }

                if (ofHall is { } operations)
                {
                    compared++;
                    if (OperationSet.AreSameButOrigin(listed, operations.AsSpan())) byHall++;
                    else differing.Add($"{Path.GetFileName(file)} {block.Name}: {listed.Length} operations, Hall {hall}");
                }
            }
        }

        output.WriteLine($"{compared} compared, {byName} agree by name, {byHall} by Hall symbol");
        foreach (var line in differing) output.WriteLine(line);
        differing.Select(static d => d.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(s_accepted.Keys.Order(StringComparer.Ordinal));
        compared.ShouldBeGreaterThan(1100);
    }

    private static SymmetryOperation[]? Listed(string text, CifBlock block)
    {
        if (block.Column(CifTag.Operation) is not { } tokens) return null;
        var operations = tokens.Select(t => SymmetryOperation.TryParse(t.In(text), allowTimeReversal: false)).ToArray();
        return operations.Any(o => o is null) ? null : [.. operations.Select(o => o!.Value)];
    }

    private static string Stated(string text, CifBlock block, CifTag tag) =>
        block.First(tag) is { } t && !t.IsMissing(text) ? t.In(text).Trim().ToString() : "";
}
