namespace Prudence.Cli.Running;

/// <summary>What the process tells its caller. Blocks: 0 solved, 1x no solution, 2x a limit, 3x bad input, 4x a component is missing, 5x a bug.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Proved: no plan exists.</summary>
    public const int Unsolvable = 10;

    /// <summary>The search gave up without a plan and without a proof.</summary>
    public const int NotFound = 11;

    /// <summary>The plan that was to be validated is not one.</summary>
    public const int InvalidPlan = 12;

    /// <summary>A ledger and an invoice do not agree.</summary>
    public const int Different = 13;

    public const int ExpansionLimit = 20;
    public const int TimeLimit = 21;
    public const int MemoryLimit = 22;

    /// <summary>Ctrl-C, or the signal to end.</summary>
    public const int Interrupted = 23;

    public const int BadCommandLine = 30;
    public const int UnreadableFile = 31;

    /// <summary>Errors in a file: PDDL, a plan, prices, an invoice, a workload, or no ledger.</summary>
    public const int BadFile = 32;

    /// <summary>Errors in a search configuration.</summary>
    public const int BadConfiguration = 33;

    /// <summary>A file that was asked for cannot be written.</summary>
    public const int UnwritableFile = 34;

    /// <summary>A ledger is not what was written.</summary>
    public const int DamagedLedger = 35;

    public const int MissingComponent = 40;
    public const int Bug = 50;
}
