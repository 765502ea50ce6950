using Prudence.Cli.Running;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Prudence.Cli.Yaml;

/// <summary>Reads YAML files that a person wrote.</summary>
internal static class YamlFile
{
    /// <summary>The one value of a text.</summary>
    /// <param name="file">Where it comes from, for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="hint">What an empty file lacks.</param>
    /// <exception cref="UserErrorException">It is no YAML, or goes beyond the limits; the message says where.</exception>
    public static YamlValue Read(string file, string text, string hint)
    {
        try
        {
            YamlLimits.Check(file, text);
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents.Count == 0
                ? throw new UserErrorException(ExitCode.BadFile, $"{file}:1:1: the file is empty", hint)
                : new YamlValue(file, yaml.Documents[0].RootNode);
        }
        catch (YamlException error)
        {
            throw new UserErrorException(ExitCode.BadFile, $"{file}:{error.Start.Line}:{error.Start.Column}: this is no YAML: {error.Message}");
        }
    }
}
