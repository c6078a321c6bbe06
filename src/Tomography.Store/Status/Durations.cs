using System.Globalization;

namespace Tomography.Store;

/// <summary>Time spans for people.</summary>
public static class Durations
{
    /// <summary>Like <c>0.4 s</c>, <c>48 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>.</summary>
    public static string Show(TimeSpan span) => span switch
    {
        { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s"),
        { TotalSeconds: < 60 } => $"{(int)span.TotalSeconds} s",
        { TotalMinutes: < 60 } => $"{(int)span.TotalMinutes} min {span.Seconds} s",
        _ => $"{(int)span.TotalHours} h {span.Minutes} min",
    };
}
