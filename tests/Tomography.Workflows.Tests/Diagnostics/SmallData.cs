using System.Collections.Immutable;

namespace Tomography.Workflows.Tests;

/// <summary>What is told of every dataset as small as those of tests.</summary>
internal static class SmallData
{
    /// <summary>The diagnostics but notes, and those of small test parts, of few formulas and of cubes that are alike.</summary>
    public static ImmutableArray<Diagnostic> ButForSize(this IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Where(d => d.Severity != DiagnosticSeverity.Note &&
            d.Code is not (DiagnosticCodes.FewToTest or DiagnosticCodes.FewFormulas or DiagnosticCodes.Copies
                or DiagnosticCodes.CopiesAcrossSplit)),
    ];
}
