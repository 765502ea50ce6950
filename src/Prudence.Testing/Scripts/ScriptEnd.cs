namespace Prudence.Testing;

/// <summary>What a scripted model does when it is called more often than its script has answers.</summary>
public enum ScriptEnd
{
    /// <summary>The call fails with an <see cref="InvalidOperationException"/>.</summary>
    Fail,

    /// <summary>The last answer is given again.</summary>
    RepeatLast,

    /// <summary>The script starts over.</summary>
    StartOver,
}
