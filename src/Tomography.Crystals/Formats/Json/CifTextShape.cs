using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A CIF text in a field, as older documents of the Materials Project have it.</summary>
internal sealed class CifTextShape : JsonShape
{
    public override string Name => "CIF text";

    public override ImmutableArray<string> Fields => ["cif"];

    public override bool Fits(JsonFields fields) => fields.Text("cif") is { } text && text.Contains("_cell_length_a");

    public override Crystal? Read(JsonFields fields, IAssemblyProblems problems, CrystalReading reading)
    {
        var result = CifReader.Read(fields.Text("cif")!, reading.Limits, reading.Block);
        foreach (var problem in result.Problems)
        {
            var message = $"CIF line {problem.Line}: {problem.Message}";
            if (problem.Severity == ProblemSeverity.Error) problems.Error(Whole, message, problem.Suggestion, problem.Kind);
            else problems.Warn(Whole, message, problem.Suggestion, problem.Kind);
        }

        if (result.OnlyCrystal is not null || result.Structures.IsEmpty) return result.OnlyCrystal;
        return Refuse(
            problems,
            Whole,
            $"The CIF text holds {result.Structures.Length + result.RefusedBlocks.Length} data blocks with atoms where one crystal was "
                + "expected.",
            "Give one crystal each.");
    }
}
