using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Clean</c>: removes the outputs of experiments, never the store, and never a file that the program did not write.
/// </summary>
public static class CleanStage
{
    private static readonly string[] Written =
    [
        ReportFiles.Page,
        ReportFiles.Workbook,
        ReportFiles.Results,
        ReportFiles.Analysis,
        ReportFiles.Lattice,
        ReportFiles.Comparison,
        ReportFiles.Inputs,
        ReportFiles.Findings,
        ReportFiles.Plan,
        ReportFiles.ToDo,
        ReportFiles.Predictions,
        ReportFiles.TestPredictions,
        ReportFiles.Candidates,
        ReportFiles.Chosen,
        ReportFiles.Simulate,
        ReportFiles.Work,
        ReportFiles.Excluded,
        ReportFiles.Notes,
        ReportFiles.Audit,
        ReportFiles.AuditPage,
        ReportFiles.Elements,
        ReportFiles.Joint,
        ReportFiles.JointGradients,
        ReportFiles.JointPredictions,
        ReportFiles.Sequence,
        ReportFiles.Groups,
        ReportFiles.Sufficient,
        ReportFiles.Retrieval,
        .. GraphBuilder.Shipped.SelectMany(b =>
            new[] { ReportFiles.LatticeOf(b.Representation), ReportFiles.TransferOf(b.Representation) }),
    ];

    /// <summary>Removes the outputs of an experiment.</summary>
    /// <param name="output">Full path of the experiment's output folder.</param>
    /// <returns>How many files were removed.</returns>
    public static int Run(string output)
    {
        if (!Directory.Exists(output)) return 0;
        var variants = Path.Combine(output, ReportFiles.Variants);
        var count = Directory.Exists(variants) ? Directory.GetDirectories(variants).Sum(CleanFolder) : 0;
        if (Directory.Exists(variants)) DeleteEmpty(variants);
        count += new ExportFolder(output).Clean();
        return count + CleanFolder(output);
    }

    private static int CleanFolder(string folder)
    {
        var files = Written.Concat(ReportFiles.StartsIn(folder)).Select(name => Path.Combine(folder, name)).Where(File.Exists).ToArray();
        foreach (var file in files) File.Delete(file);
        var records = MatbenchFiles.Clean(folder, keep: []);
        var figures = new FigureFolder(folder).Clean();
        DeleteEmpty(folder);
        return files.Length + records + figures;
    }

    private static void DeleteEmpty(string folder)
    {
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }
}
