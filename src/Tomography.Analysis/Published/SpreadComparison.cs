namespace Tomography.Analysis;

/// <summary>How a property spreads over the published dataset and over that of the study.</summary>
/// <param name="There">As published.</param>
/// <param name="Mean">The mean over the study's materials, in the property's unit.</param>
/// <param name="Deviation">Their standard deviation, about the mean of all of them.</param>
public sealed record SpreadComparison(PublishedSpread There, double Mean, double Deviation);
