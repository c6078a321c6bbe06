using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A way in which JSON objects describe crystals. Those that are read stand in <see cref="JsonShapes.All"/>.</summary>
internal abstract class JsonShape
{
    /// <summary>The position of the crystal as a whole in problems; sites count from 0.</summary>
    protected const int Whole = -1;

    /// <summary>Its name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>The fields that describe the crystal; the others are values beside it.</summary>
    public abstract ImmutableArray<string> Fields { get; }

    /// <summary>True where an object describes a crystal in this way, well or badly.</summary>
    public abstract bool Fits(JsonFields fields);

    /// <summary>The crystal, or null after an error.</summary>
    public abstract Crystal? Read(JsonFields fields, IAssemblyProblems problems, CrystalReading reading);

    /// <summary>Tells what is wrong, and gives no crystal.</summary>
    protected static Crystal? Refuse(IAssemblyProblems problems, int position, string message, string suggestion)
    {
        problems.Error(position, message, suggestion);
        return null;
    }
}
