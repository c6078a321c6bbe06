using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Phantom.Tests.Phantom;

/// <summary>The model and a large phantom, computed once for the tests that share them.</summary>
public sealed class PhantomTestModel
{
    public PhantomTestModel()
    {
        Model = PhantomModel.Create();
        FiveThousand = PhantomGenerator.Generate(Model, new(5000, 7));
    }

    public PhantomModel Model { get; }

    public ImmutableArray<PhantomMaterial> FiveThousand { get; }
}
