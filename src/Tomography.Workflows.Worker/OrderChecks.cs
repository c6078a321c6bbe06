using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>What must hold of an order before it is trained.</summary>
internal static class OrderChecks
{
    /// <summary>Checks an order.</summary>
    /// <exception cref="InvalidDataException">The order is of another version, or the store has not what it names.</exception>
    public static void Require(CohortOrder order, StoreFolders folders)
    {
        var numerics = order.Fingerprint.FirstOrDefault(p => p.Name == "numerics").Value;
        if (numerics != Numerics.Version)
            throw new InvalidDataException(
                $"The plan is of numerics version {numerics}, this worker computes by version {Numerics.Version}: its results would stand "
                    + $"under "
                    + "keys that promise other bits. Plan again with the program that the worker belongs to.");
        foreach (
            var (what, path) in new[]
            {
                ("dataset", folders.TableOf(order.Table)),
                ("graphs", folders.GraphsOf(order.Graphs)),
                ("split", folders.SplitOf(order.Split)),
            }
        )
            if (!File.Exists(path))
                throw new InvalidDataException(
                    $"The store lacks the {what} that the plan names ('{path}'). Plan again with -t:Plan on this store.");
    }
}
