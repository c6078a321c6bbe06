namespace Tomography.Analysis;

/// <summary>A prediction of a crystal that no model saw, which a gate stops.</summary>
/// <param name="Id">The crystal.</param>
/// <param name="Predicted">Mean of the models, in the target's unit.</param>
/// <param name="True">The true value.</param>
/// <param name="Distance">Distance to the training crystals in multiples of the domain's; null where it is not known.</param>
/// <param name="Width">Width of its interval, in the target's unit; null where there is none.</param>
/// <param name="By">The gates that stop it.</param>
public sealed record StoppedCrystal(string Id, double Predicted, double True, double? Distance, double? Width, StoppedBy By);
