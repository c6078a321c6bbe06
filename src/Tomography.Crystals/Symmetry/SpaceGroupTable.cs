using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>The 530 settings of the International Tables, by number, by Hermann-Mauguin symbol and by Hall symbol.</summary>
internal static class SpaceGroupTable
{
    /// <summary>All settings in the order of the International Tables.</summary>
    public static ImmutableArray<SpaceGroupSetting> All { get; } = Read();

    // After the settings, of which it is made.
    private static readonly FrozenDictionary<string, ImmutableArray<SpaceGroupSetting>> s_byKey = All
        .SelectMany(static s => Keys(s).Select(k => (Key: k, Setting: s)))
        .GroupBy(static e => e.Key)
        .ToFrozenDictionary(static g => g.Key, static g => g.Select(static e => e.Setting).ToImmutableArray());

    private static readonly FrozenDictionary<string, SpaceGroupSetting> s_byHall = All
        .DistinctBy(static s => HallSymbol.Tidy(s.Hall))
        .ToFrozenDictionary(static s => HallSymbol.Tidy(s.Hall));

    /// <summary>The settings of a number; none where there is no such number.</summary>
    public static ImmutableArray<SpaceGroupSetting> ByNumber(int number) => [.. All.Where(s => s.Number == number)];

    /// <summary>The settings that a Hermann-Mauguin symbol may mean, standard ones first; none where it is unknown.</summary>
    public static ImmutableArray<SpaceGroupSetting> ByName(string name)
    {
        foreach (var reading in SpaceGroupName.Readings(name))
            if (s_byKey.TryGetValue(reading.Key, out var settings))
            {
                var chosen = reading.Choice.Length == 0
                    ? settings
                    : [.. settings.Where(s => s.Choice.StartsWith(reading.Choice, StringComparison.OrdinalIgnoreCase))];
                if (chosen.Length > 0) return chosen;
                // An origin that is named though the group has only one.
                if (reading is { IsExplicit: true, Choice: "1" or "2" } && settings is [{ Choice: "" }]) return settings;
            }

        return [];
    }

    /// <summary>The setting of a Hall symbol, or null where no setting has it.</summary>
    public static SpaceGroupSetting? ByHall(string hall) => s_byHall.GetValueOrDefault(HallSymbol.Tidy(hall));

    private static IEnumerable<string> Keys(SpaceGroupSetting setting) =>
        setting.Others.Append(setting.Symbol).Append(Short(setting)).Select(SpaceGroupName.KeyOf).Distinct();

    // P 1 21/c 1 is also written P 21/c.
    private static string Short(SpaceGroupSetting setting) =>
        setting.Number is >= 3 and <= 15 ? setting.Symbol.Replace(" 1", "", StringComparison.Ordinal) : setting.Symbol;

    private static ImmutableArray<SpaceGroupSetting> Read()
    {
        using var stream = typeof(SpaceGroupTable).Assembly.GetManifestResourceStream("spacegroups.txt")
            ?? throw new InvalidOperationException("The resource spacegroups.txt is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var settings = ImmutableArray.CreateBuilder<SpaceGroupSetting>(530);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                settings.Add(Row(line.Split('|', StringSplitOptions.TrimEntries)));
        return settings.ToImmutable();
    }

    private static SpaceGroupSetting Row(string[] cells) => new(
        int.Parse(cells[0], CultureInfo.InvariantCulture),
        cells[1],
        cells[2],
        cells[3],
        cells.Length > 4 ? [.. cells[4].Split(';', StringSplitOptions.TrimEntries)] : []);
}
