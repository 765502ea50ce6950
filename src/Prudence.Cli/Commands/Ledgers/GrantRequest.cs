using Prudence.Budgeting;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary>What is to be granted.</summary>
internal sealed record GrantRequest(string Scope, Cost Amounts, string Purpose, string Key, LimitWindow? Window = null);
