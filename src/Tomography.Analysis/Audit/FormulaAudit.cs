namespace Tomography.Analysis;

/// <summary>How far formulas tell materials apart.</summary>
/// <param name="Formulas">How many different reduced formulas there are.</param>
/// <param name="UniqueFormulas">How many of them one material alone has.</param>
/// <param name="Polymorphs">How many materials share their formula with another.</param>
/// <param name="Largest">The formula that most materials have, with their number; null where all formulas are unique.</param>
public sealed record FormulaAudit(int Formulas, int UniqueFormulas, int Polymorphs, NamedCount? Largest);
