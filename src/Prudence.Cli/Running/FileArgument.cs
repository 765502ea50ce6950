using System.CommandLine;
using System.CommandLine.Parsing;

namespace Prudence.Cli.Running;

/// <summary>Arguments that name files. A misspelt option is not taken for one of them; <c>-</c> is standard input.</summary>
internal static class FileArgument
{
    public static Argument<string> One(string name, string description) => Checked(new Argument<string>(name) { Description = description });

    public static Argument<string?> Optional(string name, string description) =>
        Checked(new Argument<string?>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne });

    public static Argument<string[]> Many(string name, string description) =>
        Checked(new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.ZeroOrMore });

    private static TArgument Checked<TArgument>(TArgument argument)
        where TArgument : Argument
    {
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value.Length > 1 && token.Value[0] == '-')
            {
                result.AddError($"Unknown option '{token.Value}'");
            }
        }
    }
}
