using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering;

/// <summary>Finds the charge that a metered client put into its answer.</summary>
public static class ChargeExtensions
{
    internal const string Key = "prudence.charge";

    /// <summary>What the call cost; null if no metered client made it.</summary>
    public static Charge? FindCharge(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.AdditionalProperties?.GetValueOrDefault(Key) as Charge;
    }

    /// <summary>What the call cost, in the last update of a stream; null in all others.</summary>
    public static Charge? FindCharge(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update.AdditionalProperties?.GetValueOrDefault(Key) as Charge;
    }
}
