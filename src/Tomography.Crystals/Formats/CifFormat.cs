using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>CIF: the crystals of all data blocks, by the names of these.</summary>
internal sealed class CifFormat : CrystalFormat
{
    public override string Name => "CIF";

    public override ImmutableArray<string> Extensions => [".cif", ".mcif"];

    public override string? WhyNot(string start) =>
        start.Split('\n').Any(l => IsOfBlock(l.TrimStart('\uFEFF', ' ', '\t'))) ? null : "no line starts a data block with data_";

    public override IEnumerable<CrystalEntry> Read(Stream stream, CrystalReading reading)
    {
        var limits = reading.Limits;
        var text = BoundedText.Read(stream, limits.MostCifCharacters);
        if (text.Length > limits.MostCifCharacters)
            throw new InputLimitException(
                $"The CIF text has more than {limits.MostCifCharacters} characters; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostCifCharacters))}.");
        var result = CifReader.Read(text, limits, reading.Block);
        var problems = result.Problems.Select(Placed).ToImmutableArray();
        var warnings = problems.Where(p => p.Severity == ProblemSeverity.Warning).ToImmutableArray();
        // Problems do not say which block they are of; the first crystal carries the warnings of all.
        for (var i = 0; i < result.Structures.Length; i++)
        {
            var (block, crystal) = result.Structures[i];
            yield return new(block, $"{Name}, block {Excerpt.Of(block)}", crystal, [], i == 0 ? warnings : []);
        }

        var errors = problems.Where(p => p.Severity == ProblemSeverity.Error).ToImmutableArray();
        if (errors.Length > 0) yield return new(null, errors[0].Place, null, [], result.Structures.IsEmpty ? problems : errors);
    }

    private static bool IsOfBlock(string line) =>
        line.StartsWith("data_", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("_cell_length_a", StringComparison.OrdinalIgnoreCase);

    private CrystalProblem Placed(CifProblem problem) =>
        new($"{Name}, line {problem.Line}, column {problem.Column}", problem.Severity, problem.Kind, problem.Message, problem.Suggestion);
}
