using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation.Execution;

/// <summary>Hears which atoms a step did change.</summary>
internal interface IChangeLog
{
    void Added(Relation relation, int row);

    void Deleted(Relation relation, int row);
}
