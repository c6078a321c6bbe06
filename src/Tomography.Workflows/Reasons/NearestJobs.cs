using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Tomography.Workflows;

/// <summary>
/// Finds the job of a store that differs least from another. Jobs are grouped by the settings they share, and within a group found by what
/// they are with one axis left out, so that a search costs about as much as there are groups, not as there are jobs.
/// </summary>
internal sealed class NearestJobs
{
    /// <summary>What is a job's own; all other parts are settings that many jobs share.</summary>
    private static readonly ImmutableArray<string> Own =
    [
        "representation",
        "graph.neighbours",
        "target",
        "target.values",
        "features",
        "features.values",
        "seed",
        "materials",
        "split.deal",
        "split.part",
        "split.place",
    ];

    /// <summary>What differs together when one thing is changed; the first leaves nothing out.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Axes = AllAxes();

    private readonly ImmutableArray<Group> _groups;

    /// <summary>Prepares the search.</summary>
    public NearestJobs(IEnumerable<StoredJob> jobs) =>
        _groups = [.. jobs.GroupBy(j => Hash(j.Fingerprint, p => !Own.Contains(p))).Select(g => new Group([.. g]))];

    /// <summary>The nearest job, other than the one of that key itself; null in an empty store.</summary>
    public StoredJob? Of(JobKey key, Fingerprint fingerprint)
    {
        (StoredJob Job, int Differences)? best = null;
        foreach (
            var (group, settings) in _groups
                .Select(g => (g, FingerprintDifference.Of(g.Settings, Settings(fingerprint.Parts)).Length))
                .OrderBy(g => g.Length))
        {
            if (best is { } found && settings >= found.Differences) break;
            if (group.Nearest(key, fingerprint.Parts) is not { } job) continue;
            var differences = FingerprintDifference.Of(job.Fingerprint, fingerprint.Parts).Length;
            if (best is null || differences < best.Value.Differences) best = (job, differences);
        }

        return best?.Job;
    }

    private static ImmutableArray<ImmutableArray<string>> AllAxes()
    {
        // Other crystals have other values of every property.
        ImmutableArray<string> values = ["target.values", "features.values"];
        ImmutableArray<string>[] things =
        [
            ["seed", "split.deal", "split.part", "split.place"],
            ["features", "features.values"],
            ["target", "target.values"],
            ["representation", "graph.neighbours"],
        ];
        return
        [
            [],
            ["features.values"],
            ["target.values"],
            ["graph.neighbours"],
            values,
            .. things,
            .. things.Select(one => one.AddRange(values)),
            .. things.SelectMany((one, place) => things.Skip(place + 1), (one, other) => one.AddRange(other)),
        ];
    }

    private static ImmutableArray<FingerprintPart> Settings(ImmutableArray<FingerprintPart> parts) =>
        [.. parts.Where(p => !Own.Contains(p.Name))];

    private static UInt128 Hash(ImmutableArray<FingerprintPart> parts, Func<string, bool> counts)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parts)
            if (counts(name))
                text.Append(name).Append('=').Append(value).Append('\n');
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Jobs with the same settings.</summary>
    private sealed class Group
    {
        private readonly StoredJob[] _jobs;
        private readonly Dictionary<(int Axis, UInt128 Others), List<StoredJob>> _byRest = [];

        public Group(StoredJob[] jobs)
        {
            _jobs = jobs;
            Settings = NearestJobs.Settings(jobs[0].Fingerprint);
            foreach (var job in jobs)
                for (var axis = 0; axis < Axes.Length; axis++)
                {
                    var place = (axis, RestOf(job.Fingerprint, axis));
                    if (!_byRest.TryGetValue(place, out var same)) _byRest[place] = same = [];
                    // Two are enough: the job itself may be one of them.
                    if (same.Count < 2) same.Add(job);
                }
        }

        public ImmutableArray<FingerprintPart> Settings { get; }

        public StoredJob? Nearest(JobKey key, ImmutableArray<FingerprintPart> parts)
        {
            for (var axis = 0; axis < Axes.Length; axis++)
                if (_byRest.TryGetValue((axis, RestOf(parts, axis)), out var same) && same.Find(j => j.Key != key) is { } job)
                    return job;
            return Array.Find(_jobs, j => j.Key != key);
        }

        private static UInt128 RestOf(ImmutableArray<FingerprintPart> parts, int axis) =>
            Hash(parts, name => Own.Contains(name) && !Axes[axis].Contains(name));
    }
}
