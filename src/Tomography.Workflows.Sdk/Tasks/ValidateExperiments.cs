namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Validate</c>: checks experiments and their datasets; trains and writes nothing but the prepared datasets.</summary>
public sealed class ValidateExperiments : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        if (ReadDevices() is not var (devices, workers)) return;
        Show(CheckedPlans(cancellation).Select(Describe));
        var answer = DeviceQuestion.AskAsync(WorkerCommand, cancellation).GetAwaiter().GetResult();
        // Whether a worker can be started is no question of the experiment.
        if (answer.Problem is null) Show([SlotPlan.Of(devices, answer, workers, Environment.ProcessorCount).Describe(answer)]);
    }

    private static string Describe(Plan plan)
    {
        var variants = plan.Variants.Length > 1 ? $"x {plan.Variants.Length} variants " : "";
        var product = $"{plan.Representations.Length} representations x {plan.Targets.Length} targets x {plan.Seeds.Length} seeds";
        // Models with their target as the only feature, where that is no row: one each, whatever the number of rows.
        var answers = plan.Jobs.Count(j => plan.IsOfStudy(j) && !j.Spec.IsBaseline && !plan.Features.Contains(j.Spec.Features));
        var more = answers > 0 ? $"+ {answers} positive controls " : "";
        var rows = plan.Features.Length - (answers > 0 ? 1 : 0);
        var joint = plan.Jobs.Count(j => !j.Follows && !plan.IsOfStudy(j) && !IsOfSequence(plan, j));
        var sequence = plan.Jobs.Count(j => IsOfSequence(plan, j));
        // How many more a search takes depends on what it finds.
        var follow = plan.Jobs.Count(j => j.Follows);
        var beside = joint == 0 ? "" : $"+ {joint} models of targets learnt together and their controls ";
        if (sequence > 0) beside += $"+ {sequence} models that start from others, and what they are compared with ";
        if (follow > 0) beside += $"+ {follow} models, so far, of searches for sufficient sets ";
        var models = $"{product} x (1 + {rows}) {variants}{more}{beside}= {plan.Jobs.Length} models";
        return $"{plan.Experiment} is valid: {plan.Dataset.Summary.Materials} materials, {models}.";
    }

    private static bool IsOfSequence(Plan plan, Job job) =>
        job.Spec.IsOfSequence || NoiseTasks.AreAll(job.Spec.Targets) || (plan.Together.IsEmpty && !job.Follows && !plan.IsOfStudy(job));
}
