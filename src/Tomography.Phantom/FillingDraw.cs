using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>Draws formulas.</summary>
internal static class FillingDraw
{
    /// <summary>
    /// A random formula in its canonical oxidation states. First the type by weight, then the anion, then cations until the
    /// formula is neutral, names no element twice and keeps the order of its roles.
    /// </summary>
    public static Filling Next(ImmutableArray<FormulaRule> rules, ref PhantomRandom random)
    {
        var rule = Rule(rules, random.Unit());
        var ions = new Ion[rule.Roles.Length];
        for (var i = 0; i < ions.Length; i++)
            if (!rule.Roles[i].IsCation)
                ions[i] = Pick(rule.Roles[i].Candidates, ref random);
        do
        {
            for (var i = 0; i < ions.Length; i++)
                if (rule.Roles[i].IsCation)
                    ions[i] = Pick(rule.Roles[i].Candidates, ref random);
        }
        while (!Accepts(rule, ions));
        return Canonical(new(rule, [.. ions]));
    }

    /// <summary>
    /// The one way to read a formula: of all assignments of its elements to roles and oxidation states, the one whose states
    /// come first in <see cref="IonTable"/>. Without it one formula could stand for two energies of its ground state.
    /// </summary>
    public static Filling Canonical(Filling filling)
    {
        var rule = filling.Rule;
        if (rule.Roles.Count(static r => r.IsCation) < 2) return filling;
        var elements = filling.Ions.Zip(rule.Roles).Where(static p => p.Second.IsCation)
            .Select(static p => (p.First.AtomicNumber, p.Second.Count)).Order().ToArray();
        var ions = filling.Ions.ToArray();
        (int Score, ImmutableArray<Ion> Ions) best = (int.MaxValue, filling.Ions);
        Assign(0, 0, 0);
        return filling with { Ions = best.Ions };

        void Assign(int role, int used, int score)
        {
            if (role == elements.Length)
            {
                if (score < best.Score && Accepts(rule, ions)) best = (score, [.. ions]);
                return;
            }

            for (var e = 0; e < elements.Length; e++)
            {
                if ((used & (1 << e)) != 0 || elements[e].Count != rule.Roles[role].Count) continue;
                var preference = 0;
                foreach (var ion in rule.Roles[role].Candidates)
                {
                    if (ion.AtomicNumber != elements[e].AtomicNumber) continue;
                    ions[role] = ion;
                    Assign(role + 1, used | (1 << e), score + preference++);
                }
            }
        }
    }

    // Roles of equal count are ordered by rising charge, then by falling radius: the larger cation is A.
    private static bool Accepts(FormulaRule rule, ReadOnlySpan<Ion> ions)
    {
        double charge = 0;
        for (var i = 0; i < ions.Length; i++)
        {
            charge += rule.Roles[i].Count * ions[i].Charge;
            if (!rule.Roles[i].IsCation) continue;
            for (var j = 0; j < i; j++)
            {
                if (ions[i].AtomicNumber == ions[j].AtomicNumber) return false;
                if (rule.Roles[i].Count != rule.Roles[j].Count) continue;
                if (ions[i].Charge < ions[j].Charge) return false;
                if (ions[i].Charge == ions[j].Charge && ions[i].RadiusAngstrom > ions[j].RadiusAngstrom) return false;
            }
        }

        return Math.Abs(charge) < 1e-9;
    }

    private static Ion Pick(ImmutableArray<Ion> candidates, ref PhantomRandom random) => candidates[random.Below(candidates.Length)];

    private static FormulaRule Rule(ImmutableArray<FormulaRule> rules, double unit)
    {
        var rest = unit * rules.Sum(static r => r.Weight);
        foreach (var rule in rules)
        {
            rest -= rule.Weight;
            if (rest < 0) return rule;
        }

        return rules[0];
    }
}
