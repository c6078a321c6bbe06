namespace Tomography.Crystals;

/// <summary>A limit, and how it is read from and written to the record that holds it.</summary>
/// <typeparam name="TLimits">The record.</typeparam>
/// <param name="Limit">The limit.</param>
/// <param name="Get">Its value in a record.</param>
/// <param name="With">
/// The record with another value, and with what follows it; null where users cannot set it by an option of its own.
/// </param>
public sealed record LimitRow<TLimits>(InputLimit Limit, Func<TLimits, long> Get, Func<TLimits, long, TLimits>? With = null);
