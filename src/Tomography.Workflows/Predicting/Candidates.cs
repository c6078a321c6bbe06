using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Crystals whose properties are to be predicted.</summary>
/// <param name="Dataset">The crystals, with the element features of the dataset that the models were trained on.</param>
/// <param name="Warnings">What reading them had to say.</param>
internal sealed record Candidates(Dataset Dataset, ImmutableArray<Diagnostic> Warnings);
