using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>One variant of an experiment with a matrix, as the comparison shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Swept">The settings that the matrix sets for it: full path and value.</param>
/// <param name="Page">Path of its own report, relative to the comparison.</param>
/// <param name="Analysis">Its analysis.</param>
public sealed record VariantSummary(string Id, ImmutableArray<ReportSetting> Swept, string Page, StudyAnalysis Analysis);
