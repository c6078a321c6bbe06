namespace Tomography.Crystals;

internal enum CifTokenKind
{
    End,
    Data,
    Save,
    Loop,
    Tag,
    Value,
    Quoted,
    Unterminated,
}
