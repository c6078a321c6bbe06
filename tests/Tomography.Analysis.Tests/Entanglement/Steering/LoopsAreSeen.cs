using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class LoopsAreSeen
{
    // Strongest first: c -> a 0.9, a -> b 0.5, b -> a 0.4 closes a b. The triangle over b -> c 0.1 is weaker.
    [Fact]
    public void The_strongest_cycle_has_the_strongest_weakest_edge()
    {
        var cycle = StrongestCycle.Of(Full("a b c", Real("c", "a", 0.9), Real("a", "b", 0.5), Real("b", "a", 0.4), Real("b", "c", 0.1)));

        cycle.Select(edge => (edge.Feature.Value, edge.Target.Value)).ShouldBe([("a", "b"), ("b", "a")]);
    }

    [Fact]
    public void A_longer_cycle_can_be_the_strongest()
    {
        var cycle = StrongestCycle.Of(Full("a b c", Real("c", "a", 0.9), Real("a", "b", 0.5), Real("b", "a", 0.1), Real("b", "c", 0.3)));

        cycle.Select(edge => edge.Feature.Value).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Without_a_cycle_it_is_empty() => StrongestCycle.Of(Full("a b c", Real("a", "b", 0.5), Real("b", "c", 0.5))).ShouldBeEmpty();

    // Damping 1/2: a -> b goes 0.4, 0.5, 0.55 and b -> a stays: changes 0.1 and 0.05.
    [Fact]
    public void Updates_are_damped_and_summed_along_the_cycle()
    {
        var runs = new[] { 0.4, 0.6, 0.6 }.Select(weight => Full("a b", Real("a", "b", weight), Real("b", "a", 0.2))).ToArray();

        var loop = LoopClosure.Of(runs, 0.5, 0.07);

        loop.Steps.Select(step => step.Run).ShouldBe([1, 2]);
        loop.Steps[0].Change.ShouldBe(0.1, 1e-12);
        loop.Steps[1].Change.ShouldBe(0.05, 1e-12);
        loop.Steps[1].Strength.ShouldBe(0.75, 1e-12);
        loop.Converged.ShouldBeFalse("only the last update is at rest");
        loop.Lattice.Find(new("a"), new("b"))!.Weight.ShouldBe(0.55, 1e-12);
        LoopClosure.Of([.. runs, runs[^1]], 0.5, 0.07).Converged.ShouldBeTrue();
    }

    [Fact]
    public void A_lattice_that_swings_does_not_converge()
    {
        var runs = Enumerable
            .Range(0, 8)
            .Select(run => Full("a b", Real("a", "b", run % 2 == 0 ? 0.2 : 0.8), Real("b", "a", 0.2)))
            .ToArray();

        LoopClosure.Of(runs).Converged.ShouldBeFalse();
    }

    [Fact]
    public void An_edge_that_a_run_lacks_keeps_its_weight()
    {
        var updated = LoopClosure.Updated(Only("a b", Real("a", "b", 0.4)), Only("a b", Real("b", "a", 0.2)), 0.5);

        updated.Find(new("a"), new("b"))!.Weight.ShouldBe(0.4);
        updated.Find(new("b"), new("a"))!.Weight.ShouldBe(0.2, 1e-12);
    }

    [Fact]
    public void One_run_has_no_steps_and_is_not_known_to_converge()
    {
        var loop = LoopClosure.Of([Full("a b")]);

        loop.Steps.ShouldBeEmpty();
        loop.Converged.ShouldBeFalse();
    }

    [Fact]
    public void Impossible_numbers_are_refused()
    {
        Should.Throw<ArgumentException>(() => LoopClosure.Of([])).Message.ShouldContain("no run");
        Should.Throw<ArgumentException>(() => LoopClosure.Of([Full("a")], 0)).Message.ShouldContain("damping is 0");
        Should.Throw<ArgumentException>(() => LoopClosure.Of([Full("a")], 1, 0)).Message.ShouldContain("tolerance is 0");
    }
}
