using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Crystals;

/// <summary>The limits of one kind, as users set them: how each is called, read and written.</summary>
/// <typeparam name="TLimits">An immutable record with one property per limit.</typeparam>
/// <param name="Default">The values where none is given.</param>
/// <param name="Rows">The limits, each with how it is got from such a record and how a record with another value is made.</param>
public sealed record LimitTable<TLimits>(TLimits Default, ImmutableArray<(InputLimit Limit, Func<TLimits, long> Get, Func<TLimits, long, TLimits> With)> Rows)
{
    /// <summary>All limits.</summary>
    public ImmutableArray<InputLimit> All { get; } = [.. Rows.Select(r => r.Limit)];

    /// <summary>The limit of a name, whatever its case; null where there is none.</summary>
    public InputLimit? Find(string name) => All.FirstOrDefault(l => string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value of a limit.</summary>
    public long Of(TLimits limits, InputLimit limit) => Row(limit).Get(limits);

    /// <summary>
    /// Reads limits from pairs of name and value; an empty value means the default. Names other than those of <see cref="All"/> and values
    /// that are no whole numbers from 1 to the highest of their limit are problems.
    /// </summary>
    public LimitsReading<TLimits> Parse(IEnumerable<KeyValuePair<string, string>> values)
    {
        var limits = Default;
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, value) in values)
        {
            if (Find(name) is not { } limit)
                problems.Add($"'{Excerpt.Of(name)}' is no limit{(Suggestion.Nearest(name, All.Select(l => l.Name)) is { } nearest ? $"; did you mean '{nearest}'?" : ".")} Limits: {string.Join(", ", All.Select(l => l.Name))}.");
            else if (string.IsNullOrWhiteSpace(value))
                limits = Row(limit).With(limits, limit.Default);
            else if (long.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= limit.Highest)
                limits = Row(limit).With(limits, number);
            else
                problems.Add($"{limit.Name} must be a whole number from 1 to {limit.Highest}, not '{Excerpt.Of(value)}'; its default is {limit.Default}.");
        }

        return new(limits, problems.ToImmutable());
    }

    /// <summary>How to raise the limit that a property of the record holds, as the end of a sentence.</summary>
    /// <param name="limits">The limits that hold.</param>
    /// <param name="property">The property's name, like <c>MostSites</c>.</param>
    /// <param name="needed">The value that would do; null for twice the present one.</param>
    public string HowToRaise(TLimits limits, string property, long? needed = null)
    {
        var (limit, get, _) = Rows.First(r => r.Limit.Name == "Tomography" + property);
        return limit.HowToRaise(get(limits), needed);
    }

    private (InputLimit Limit, Func<TLimits, long> Get, Func<TLimits, long, TLimits> With) Row(InputLimit limit) => Rows.First(r => r.Limit.Name == limit.Name);
}
