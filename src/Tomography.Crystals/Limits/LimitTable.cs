using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>The limits of one kind: what each means, and how those are read that users set.</summary>
/// <typeparam name="TLimits">An immutable record with one property per limit.</typeparam>
/// <param name="Default">The values where none is given.</param>
/// <param name="Rows">The limits.</param>
public sealed record LimitTable<TLimits>(TLimits Default, ImmutableArray<LimitRow<TLimits>> Rows)
{
    private const string FormerPrefix = "Tomography";

    /// <summary>All limits.</summary>
    public ImmutableArray<InputLimit> All { get; } = [.. Rows.Select(r => r.Limit)];

    /// <summary>Those that users set, each by the option of its name.</summary>
    public ImmutableArray<InputLimit> Options { get; } = [.. Rows.Where(r => r.With is not null).Select(r => r.Limit)];

    /// <summary>
    /// The limit that a build property set before there was <c>TomographyLimits</c>: <c>TomographyMostSites</c> for the limit held by
    /// <c>MostSites</c>; whatever its case. Null where there is none.
    /// </summary>
    public InputLimit? Find(string name) =>
        All.FirstOrDefault(l => string.Equals(FormerPrefix + l.Property, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value of a limit.</summary>
    public long Of(TLimits limits, InputLimit limit) => Rows.First(r => r.Limit.Property == limit.Property).Get(limits);

    /// <summary>
    /// Reads limits from pairs of an option's name and its value; names of other tables are passed over. A value that is no whole number
    /// from 1 to the highest of its limit is a problem.
    /// </summary>
    public LimitsReading<TLimits> Parse(IEnumerable<KeyValuePair<string, string>> values)
    {
        var limits = Default;
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, value) in values)
        {
            if (Option(name) is not { Limit: var limit, With: { } with })
                continue;
            if (
                long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= 1
                && number <= limit.Highest)
                limits = with(limits, number);
            else
                problems.Add(Invalid(limit, value));
        }

        return new(limits, problems.ToImmutable());
    }

    /// <summary>How to raise the limit that a property of the record holds, as the end of a sentence.</summary>
    /// <param name="limits">The limits that hold.</param>
    /// <param name="property">The property's name, like <c>MostSites</c>.</param>
    /// <param name="needed">The value that would do; null for twice the present one.</param>
    public string HowToRaise(TLimits limits, string property, long? needed = null)
    {
        var row = Rows.First(r => r.Limit.Property == property);
        return row.Limit.HowToRaise(row.Get(limits), needed);
    }

    private static string Invalid(InputLimit limit, string value)
    {
        var range = $"must be a whole number from 1 to {limit.Highest}, not '{Excerpt.Of(value)}'";
        return $"TomographyLimits: {limit.Option} {range}; its default is {limit.Default}.";
    }

    private LimitRow<TLimits>? Option(string name) =>
        Rows.FirstOrDefault(r => r.With is not null && string.Equals(r.Limit.Option, name, StringComparison.OrdinalIgnoreCase));
}
