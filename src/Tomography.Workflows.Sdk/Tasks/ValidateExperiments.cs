using System.Globalization;

namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Validate</c>: checks experiments and their datasets; trains and writes nothing but the prepared datasets.</summary>
public sealed class ValidateExperiments : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation) => Show(CheckedPlans(cancellation).Select(plan => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Experiment} is valid: {plan.Dataset.Summary.Materials} materials, {plan.Representations.Length} representations x {plan.Targets.Length} targets x {plan.Seeds.Length} seeds x (1 + {plan.Features.Length}) {(plan.Variants.Length > 1 ? $"x {plan.Variants.Length} variants " : "")}= {plan.Jobs.Length} models.")));
}
