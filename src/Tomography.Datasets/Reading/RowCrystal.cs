using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>The crystal of a row, or what keeps it from being one.</summary>
/// <param name="Crystal">The crystal; null after an error.</param>
/// <param name="Kind">What kind of error.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Warnings">What was noticed on the way.</param>
internal sealed record RowCrystal(Crystal? Crystal, DataProblemKind Kind, string Reason, ImmutableArray<string> Warnings)
{
    /// <summary>How the crystal contradicts its own file; null where it does not.</summary>
    public string? Contradiction { get; init; }

    /// <summary>How a disordered crystal was made ordered; null where it was not.</summary>
    public string? MadeOrdered { get; init; }

    /// <summary>No crystal.</summary>
    public static RowCrystal None(DataProblemKind kind, string reason) => new(null, kind, reason, []);

    /// <summary>The one crystal of a CIF text.</summary>
    /// <param name="read">Gives the text.</param>
    /// <param name="reading">How it is read.</param>
    public static RowCrystal OfCif(Func<string> read, CrystalReading reading)
    {
        string text;
        try
        {
            text = read();
        }
        catch (InputLimitException e)
        {
            return None(DataProblemKind.MaterialTooLarge, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return None(DataProblemKind.UnreadableCrystal, e.Message);
        }

        var result = CifReader.Read(text, reading.Limits, reading.Block);
        if (result.OnlyCrystal is { } crystal)
        {
            var warnings = result.Problems.Where(p => p.Severity == ProblemSeverity.Warning).ToArray();
            return new(
                crystal, default, "", [.. warnings.Where(w => !IsContradiction(w.Kind)).Select(w => $"CIF line {w.Line}: {w.Message}")])
            {
                Contradiction = warnings.FirstOrDefault(w => IsContradiction(w.Kind)) is { } one
                    ? $"CIF line {one.Line}: {one.Message}"
                    : null,
            };
        }

        var problem = result.Problems.FirstOrDefault(static p => p.Severity == ProblemSeverity.Error);
        var reason = problem is null ? "" : $"CIF line {problem.Line}, column {problem.Column}: {problem.Message}";
        return result.Structures.IsEmpty
            ? None(problem is null ? DataProblemKind.UnreadableCrystal : KindOf(problem.Kind), reason)
            : None(DataProblemKind.UnreadableCrystal, $"{SeveralCrystals(result)}{(reason.Length > 0 ? "; " : "")}{reason}");
    }

    /// <summary>What stands for a crystal of which a table states the formula alone.</summary>
    public static RowCrystal OfFormula(string text)
    {
        if (FormulaText.Parse(text) is not { } amounts)
            return None(DataProblemKind.UnreadableCrystal, $"'{Excerpt.Of(text, 40)}' is no formula");
        return FormulaCrystal.Of(amounts) is { } crystal
            ? new(crystal, default, "", [])
            : None(
                DataProblemKind.DisorderedCrystal,
                $"the amounts of {Excerpt.Of(text, 40)} are whole in no cell of up to {FormulaCrystal.MostSites} sites");
    }

    /// <summary>The one crystal of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read.</param>
    public static RowCrystal OfFile(string path, ReadOptions options)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) return None(DataProblemKind.MissingFile, $"there is no file '{Excerpt.Of(name, 100)}'");
        return path.EndsWith(".cif", StringComparison.OrdinalIgnoreCase)
            ? OfCif(() => TextOf(path, options.Limits), options.Crystals)
            : OfEntries(CrystalFile.Read(path, options.Crystals), name);
    }

    /// <summary>The one crystal of what a format read.</summary>
    /// <param name="entries">What it read.</param>
    /// <param name="name">What messages call the text.</param>
    public static RowCrystal OfEntries(IEnumerable<CrystalEntry> entries, string name)
    {
        var two = entries.Take(2).ToArray();
        return two.Length == 2
            ? None(DataProblemKind.UnreadableCrystal, $"{name} holds several crystals where one was expected")
            : OfEntry(two[0]);
    }

    /// <summary>The crystal of an entry of a file, held against what stands beside it.</summary>
    public static RowCrystal OfEntry(CrystalEntry entry) => Alone(entry).Against(entry.Values);

    private static RowCrystal Alone(CrystalEntry entry)
    {
        var told = entry.Problems.Where(p => p.Severity == ProblemSeverity.Warning).ToArray();
        ImmutableArray<string> warnings = [.. told.Where(w => !IsContradiction(w.Kind)).Select(w => $"{w.Place}: {w.Message}")];
        if (entry.Crystal is { } crystal)
            return new(crystal, default, "", warnings)
            {
                Contradiction = told.FirstOrDefault(w => IsContradiction(w.Kind)) is { } one ? $"{one.Place}: {one.Message}" : null,
            };
        var problem = entry.Problems.First(static p => p.Severity == ProblemSeverity.Error);
        return new(null, KindOf(problem.Kind), $"{problem.Place}: {problem.Message} {problem.Suggestion}", warnings);
    }

    /// <summary>The crystal, with what is stated beside it and not so.</summary>
    /// <param name="values">Values by the names that their source gives them.</param>
    public RowCrystal Against(IReadOnlyList<KeyValuePair<string, string>> values)
    {
        if (Crystal is null || values.Count == 0) return this;
        var differences = StatedBeside.Differences(values, Crystal).ToArray();
        return this with
        {
            Contradiction = Contradiction ?? differences.FirstOrDefault(d => d.IsContradiction)?.Message,
            Warnings = [.. Warnings, .. differences.Where(d => !d.IsContradiction).Select(d => d.Message)],
        };
    }

    // A character is at most four bytes; what is shorter, but still too long, the reader of CIF refuses.
    private static string TextOf(string path, InputLimits limits)
    {
        var bytes = new FileInfo(path).Length;
        if (bytes > 4L * limits.MostCifCharacters)
            throw new InputLimitException(
                $"The file has {bytes} bytes, at most {limits.MostCifCharacters} characters are read; "
                    + $"{limits.HowToRaise(nameof(InputLimits.MostCifCharacters), bytes)}.");
        return InputFile.ReadAllText(path);
    }

    // A block that cannot be read may be the one that was meant, and the other an impurity.
    private static string SeveralCrystals(CifReadResult result)
    {
        string[] names = [.. result.Structures.Select(static s => s.BlockName), .. result.RefusedBlocks];
        var shown = names.Take(5).Select(static n => n.Length > 0 ? Excerpt.Of(n, 30) : "unnamed");
        return $"the CIF text holds {names.Length} data blocks with atoms ({string.Join(", ", shown)}{(names.Length > 5 ? ", ..." : "")}) "
            + "where one crystal was expected";
    }

    private static bool IsContradiction(CrystalProblemKind kind) =>
        kind is CrystalProblemKind.Contradiction or CrystalProblemKind.SpaceGroup;

    private static DataProblemKind KindOf(CrystalProblemKind kind) => kind switch
    {
        CrystalProblemKind.UnknownElement => DataProblemKind.UnknownElement,
        CrystalProblemKind.TooLarge => DataProblemKind.MaterialTooLarge,
        _ => DataProblemKind.UnreadableCrystal,
    };
}
