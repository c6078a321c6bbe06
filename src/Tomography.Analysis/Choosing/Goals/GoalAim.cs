namespace Tomography.Analysis;

/// <summary>What a goal wants of a property, beside bounds.</summary>
public enum GoalAim
{
    /// <summary>Nothing: only its bounds count.</summary>
    None,

    /// <summary>The smaller the better.</summary>
    Minimise,

    /// <summary>The larger the better.</summary>
    Maximise,

    /// <summary>The nearer to a value the better.</summary>
    Near,
}
