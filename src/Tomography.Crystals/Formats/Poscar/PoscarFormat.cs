using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>POSCAR and CONTCAR of VASP 4 and 5: one crystal.</summary>
internal sealed class PoscarFormat : CrystalFormat
{
    public override string Name => "POSCAR";

    public override ImmutableArray<string> Extensions => [".vasp", ".poscar", ".contcar"];

    public override bool IsNameOf(string fileName) =>
        base.IsNameOf(fileName)
        || fileName.StartsWith("POSCAR", StringComparison.OrdinalIgnoreCase)
        || fileName.StartsWith("CONTCAR", StringComparison.OrdinalIgnoreCase);

    public override string? WhyNot(string start)
    {
        var lines = start.Split('\n', 6);
        ReadOnlySpan<char> scale = lines.Length > 1 ? lines[1] : "";
        if (!NumberText.TryParse(Words.Take(ref scale), out _)) return "line 2 starts with no scale factor";
        for (var i = 2; i < 5; i++)
        {
            ReadOnlySpan<char> vector = lines.Length > i ? lines[i] : "";
            if (!Words.TakeVector(ref vector, out _)) return $"line {i + 1} is no lattice vector of three numbers";
        }

        return null;
    }

    public override IEnumerable<CrystalEntry> Read(Stream stream, CrystalReading reading)
    {
        using var lines = new TextLines(stream, reading.Limits);
        var problems = new CrystalProblemList(line => $"{Name}, line {line}");
        var crystal = new PoscarReader(lines, problems, reading.Limits).Read();
        yield return new(null, Name, crystal, [], problems.ToProblems());
    }
}
