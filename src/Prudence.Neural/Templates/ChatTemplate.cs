using System.Text.Json;
using Prudence.Neural.Templates.Evaluation;
using Prudence.Neural.Templates.Syntax;
using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates;

/// <summary>
/// A chat template as model files carry it, in the subset of Jinja that such templates use. Reading refuses what is not known; rendering keeps limits, so that a
/// template from anybody can be run. Safe to use from several threads at once.
/// </summary>
public sealed class ChatTemplate
{
    private const int LongestSource = 1_000_000;
    private readonly ParsedTemplate template;

    private ChatTemplate(ParsedTemplate template) => this.template = template;

    /// <summary>Reads a template.</summary>
    /// <exception cref="ChatTemplateException">The template is wrong or uses what is not supported; the message says what and where.</exception>
    public static ChatTemplate Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Length <= LongestSource ? new ChatTemplate(TemplateParser.Read(source))
            : throw new ChatTemplateException($"the chat template has {source.Length} characters: at most {LongestSource} are read");
    }

    /// <summary>Renders a conversation.</summary>
    /// <param name="input">The conversation and other variables.</param>
    /// <param name="limits">What rendering may take; the usual limits if null.</param>
    /// <param name="clock">Where templates that write the date take it from; the system clock if null.</param>
    /// <param name="cancellation">The caller's wish to stop.</param>
    /// <exception cref="ChatTemplateException">The template refuses the conversation, fails, or meets a limit; the message says where.</exception>
    public RenderedPrompt Render(ChatTemplateInput input, TemplateLimits? limits = null, TimeProvider? clock = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var interpreter = new Interpreter(Variables(input), clock ?? TimeProvider.System, new RenderMeter(limits ?? TemplateLimits.Default, cancellation));
        return new RenderedPrompt(interpreter.Render(template.Statements), template.Literals);
    }

    private static Scope Variables(ChatTemplateInput input)
    {
        var scope = new Scope(null);
        foreach (var (name, value) in input.Variables)
        {
            scope.Set(name, ValueConverter.FromJson(value));
        }

        scope.Set("messages", new ListValue([.. input.Messages.Select(Message)]));
        scope.Set("add_generation_prompt", TemplateValue.Of(input.AddGenerationPrompt));
        scope.Set("bos_token", new TextValue(MarkedText.FromTemplate(input.BeginMarker)));
        scope.Set("eos_token", new TextValue(MarkedText.FromTemplate(input.EndMarker)));
        if (input.Tools is { ValueKind: not JsonValueKind.Undefined } tools)
        {
            scope.Set("tools", ValueConverter.FromJson(tools));
        }

        return scope;
    }

    private static MapValue Message(ChatTemplateMessage message)
    {
        var fields = new OrderedDictionary<string, TemplateValue>(StringComparer.Ordinal)
        {
            ["role"] = TemplateValue.Text(message.Role),
            ["content"] = message.Content is { } content ? TemplateValue.Text(content) : NoneValue.Instance,
        };
        foreach (var (name, value) in message.Fields)
        {
            fields[name] = ValueConverter.FromJson(value);
        }

        return new MapValue(fields);
    }
}
