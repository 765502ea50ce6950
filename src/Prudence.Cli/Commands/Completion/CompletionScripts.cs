namespace Prudence.Cli.Commands.Completion;

/// <summary>One script per shell. Each asks the program itself, so that it never knows too little; where it has no answer, files are offered.</summary>
internal static class CompletionScripts
{
    private const string Bash = """
        # prudence completion for bash
        _prudence() {
          local line=${COMP_LINE:0:COMP_POINT} IFS=$'\n'
          COMPREPLY=($("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "$line" 2> /dev/null))
          COMPREPLY=($(compgen -W "${COMPREPLY[*]}" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _prudence prudence ./prudence

        """;

    private const string Zsh = """
        #compdef prudence ./prudence
        # prudence completion for zsh
        _prudence() {
          local -a answers
          answers=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER[1,CURSOR]}" 2> /dev/null)}")
          if [[ -n ${answers[1]} ]]; then
            compadd -a answers
          fi
          _files
        }
        compdef _prudence prudence ./prudence

        """;

    private const string Fish = """
        # prudence completion for fish
        function __prudence_answers
          set -l line (commandline -cp)
          (commandline -po)[1] "[suggest:"(string length -- "$line")"]" "$line" 2> /dev/null
        end
        complete -c prudence -a '(__prudence_answers)'

        """;

    public static IReadOnlyDictionary<string, string> ByShell { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["bash"] = Bash, ["fish"] = Fish, ["zsh"] = Zsh };
}
