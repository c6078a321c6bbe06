using System.Globalization;

namespace Tomography.Workflows;

/// <summary>Writes <c>joint-gradients.csv</c>: how the gradients of tasks lie to each other (RFC 4180, lines end in LF).</summary>
internal static class JointGradientsCsv
{
    private const string Header = "representation,together,from,to,seed,steps,cosine,conflict_share,affinity,norm_from,norm_to,model";

    /// <summary>Writes a header, and per model a row for each task towards each other.</summary>
    public static void Write(Stream stream, IEnumerable<(Job Job, JobResult Result)> models)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var (job, result) in models)
        {
            if (result.Joint is not { } measured) continue;
            var norms = measured.Tasks.ToDictionary(t => t.Target, t => t.Norm);
            foreach (var r in measured.Relations)
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{job.Spec.Representation},{job.Spec.Targets},{r.From},{r.To},{job.Spec.Seed},{r.Steps},{r.Cosine:R},"
                        + $"{r.ConflictShare:R},{r.Affinity:R},{norms[r.From]:R},{norms[r.To]:R},{job.Key}"));
        }
    }
}
