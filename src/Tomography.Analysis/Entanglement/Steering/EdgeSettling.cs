namespace Tomography.Analysis;

/// <summary>Whether more seeds are worth their time for an edge.</summary>
/// <param name="IsSettled">Whether not.</param>
/// <param name="Relevance">
/// How large its effect may be: |mean change| + its standard error, a fraction. Undecided edges come in this order.
/// </param>
/// <param name="SeedsWanted">How many more seeds should decide it, from 1 on; 0 where it is settled.</param>
/// <param name="Reason">Why, as a phrase for people.</param>
internal sealed record EdgeSettling(bool IsSettled, double Relevance, int SeedsWanted, string Reason);
