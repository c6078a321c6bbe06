using System.Globalization;

namespace Tomography.Workflows.Sdk;

/// <summary>
/// The invariant culture for as long as it lasts, in this thread and in all work that starts from it: cultures flow with the execution
/// context, into tasks, threads and <c>Parallel</c> alike. MSBuild speaks the language of the machine, in which 0.5 may read 0,5; what
/// we log and store must read the same everywhere.
/// </summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _userCulture = CultureInfo.CurrentUICulture;

    /// <summary>Starts it.</summary>
    public CultureScope()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }

    /// <summary>Gives MSBuild its own back.</summary>
    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _userCulture;
    }
}
