namespace Tomography.Phantom;

/// <summary>The formula type of a phantom material; prototypes of one type are polymorphs of each other.</summary>
public enum Stoichiometry
{
    /// <summary>One cation, one anion.</summary>
    AX,

    /// <summary>One cation, two anions.</summary>
    AX2,

    /// <summary>Two cations of a kind, one anion.</summary>
    A2X,

    /// <summary>Two cations of a kind, three anions.</summary>
    A2X3,

    /// <summary>One cation, three anions.</summary>
    AX3,

    /// <summary>Three cations of a kind, one anion.</summary>
    A3X,

    /// <summary>Two kinds of cation, one anion.</summary>
    ABX,

    /// <summary>Two kinds of cation, two anions.</summary>
    ABX2,

    /// <summary>Two kinds of cation, three anions.</summary>
    ABX3,

    /// <summary>Two cations of one kind, one of another, four anions.</summary>
    A2BX4,

    /// <summary>Two large cations, two kinds of small ones, six anions.</summary>
    A2BCX6,

    /// <summary>Alkali hydroxide, AOH.</summary>
    AlkaliHydroxide,

    /// <summary>Hydroxide of a divalent metal, A(OH)2.</summary>
    DivalentHydroxide,

    /// <summary>Alkali peroxide, A2O2.</summary>
    AlkaliPeroxide,

    /// <summary>Peroxide of a divalent metal, AO2.</summary>
    DivalentPeroxide,

    /// <summary>Alkali superoxide, AO2.</summary>
    Superoxide,

    /// <summary>Alkali ozonide, AO3.</summary>
    Ozonide,
}
