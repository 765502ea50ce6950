using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads sections that may be absent or damaged.</summary>
internal static class SectionReader
{
    /// <summary>What the section holds; nothing if it is absent. A damaged section is read without reporting more errors.</summary>
    public static ImmutableArray<T> Read<T>(ReadingContext context, SyntaxNode? section, Func<SyntaxNode, ImmutableArray<T>> read)
    {
        ImmutableArray<T> result = [];
        if (section is { } node)
        {
            Muted(context, node, () => result = read(node));
        }

        return result;
    }

    /// <summary>Does the reading; of a damaged section no more errors are reported.</summary>
    public static void Muted(ReadingContext context, SyntaxNode section, Action read)
    {
        context.BeginSection();
        if (!section.IsDamaged)
        {
            read();
            return;
        }

        context.Diagnostics.Mute();
        read();
        context.Diagnostics.Unmute();
    }
}
