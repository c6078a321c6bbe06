using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// The validation errors of sets, of which a search may train so many. A search is repeated from its beginning whenever more models are
/// there; it stops where it asks for sets that are not, and what it asked for is trained next. So it does the same whenever it is stopped.
/// </summary>
/// <param name="question">What is searched for.</param>
/// <param name="errorOf">
/// The mean validation error of a set over the seeds of the search; null where it is not there yet, infinite where its models failed.
/// </param>
/// <param name="most">The most sets that may be asked for.</param>
internal sealed class SetErrors(SufficiencyQuestion question, Func<PropertySet, double?> errorOf, int most)
{
    private readonly List<PropertySet> _asked = [];
    private readonly HashSet<PropertySet> _known = [];

    /// <summary>The sets that were asked for, in order.</summary>
    public IReadOnlyList<PropertySet> Asked => _asked;

    /// <summary>Whether a set was asked for that no model may be trained for any more.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Whether a set was asked for that is not there.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Asks for sets; whether all of them are there.</summary>
    public bool Ask(params IEnumerable<PropertySet> sets)
    {
        var areThere = true;
        foreach (var set in sets)
        {
            if (!_known.Contains(set))
            {
                if (_asked.Count >= most)
                {
                    IsSpent = true;
                    return false;
                }

                _known.Add(set);
                _asked.Add(set);
            }

            if (errorOf(set) is null) IsWaiting = true;
            areThere &= errorOf(set) is not null;
        }

        return areThere;
    }

    /// <summary>The error of a set that is there.</summary>
    public double ErrorOf(PropertySet set) => errorOf(set)!.Value;

    /// <summary>
    /// The share of a set's error that the best of the references takes off, below 1; negative where it is larger. The references are
    /// there.
    /// </summary>
    public double LeftOf(PropertySet set)
    {
        var least = question.References.Min(ErrorOf);
        var error = ErrorOf(set);
        if (double.IsPositiveInfinity(error)) return 1;
        // Without a reference nothing can be said to suffice; of an error of 0 nothing can be taken.
        return double.IsPositiveInfinity(least) ? 1 : error > 0 ? 1 - least / error : 0;
    }

    /// <summary>Whether the search takes a set for sufficient.</summary>
    public bool Suffices(PropertySet set) => LeftOf(set) < question.Within;
}
