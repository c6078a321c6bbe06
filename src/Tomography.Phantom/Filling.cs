using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>A formula: a type whose roles are filled with ions, neutral.</summary>
/// <param name="Rule">The type.</param>
/// <param name="Ions">Per role of the rule, its ion; no element twice.</param>
public sealed record Filling(FormulaRule Rule, ImmutableArray<Ion> Ions)
{
    /// <summary>Sum of charges per formula unit; zero but for rounding of thirds.</summary>
    public double Charge => Rule.Roles.Zip(Ions, static (r, ion) => r.Count * ion.Charge).Sum();

    /// <summary>The ion of a role.</summary>
    /// <exception cref="ArgumentException">The formula type has no such role.</exception>
    public Ion this[SiteRole role]
    {
        get
        {
            for (var i = 0; i < Ions.Length; i++)
                if (Rule.Roles[i].Role == role)
                    return Ions[i];
            throw new ArgumentException($"{Rule.Stoichiometry} has no role {role}.", nameof(role));
        }
    }

    /// <summary>Reduced formula, elements in alphabetical order, without a common divisor of the counts.</summary>
    public ImmutableArray<FormulaPiece> Formula()
    {
        var divisor = Rule.Roles.Aggregate(0, static (d, r) => Divisor(d, r.Count));
        return
        [
            .. Rule
                .Roles.Zip(Ions, (r, ion) => new FormulaPiece(ion.Symbol, ion.AtomicNumber, r.Count / divisor))
                .OrderBy(static p => p.Symbol, StringComparer.Ordinal),
        ];
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
