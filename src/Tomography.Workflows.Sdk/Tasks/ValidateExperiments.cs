namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Validate</c>: checks experiments and their datasets; trains and writes nothing but the prepared datasets.</summary>
public sealed class ValidateExperiments : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation) => Show(CheckedPlans(cancellation).Select(Describe));

    private static string Describe(Plan plan)
    {
        var variants = plan.Variants.Length > 1 ? $"x {plan.Variants.Length} variants " : "";
        var product = $"{plan.Representations.Length} representations x {plan.Targets.Length} targets x {plan.Seeds.Length} seeds";
        var models = $"{product} x (1 + {plan.Features.Length}) {variants}= {plan.Jobs.Length} models";
        return $"{plan.Experiment} is valid: {plan.Dataset.Summary.Materials} materials, {models}.";
    }
}
