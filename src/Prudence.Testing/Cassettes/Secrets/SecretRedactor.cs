using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prudence.Testing;

/// <summary>
/// Strips secrets from what is written: texts that look like keys, values that you name, and members that are called like a secret, such as
/// <c>authorization</c>. Redactors do not change: each method makes another one.
/// </summary>
public sealed partial class SecretRedactor
{
    private const string Mark = "[secret]";
    private const int ShortestValue = 6;

    private static readonly string[] SecretMembers =
        ["authorization", "proxy-authorization", "x-api-key", "api-key", "api_key", "apikey", "x-goog-api-key", "access_token", "refresh_token", "client_secret", "password", "cookie", "set-cookie"];

    private readonly Regex[] patterns;
    private readonly (string Value, string Mark)[] values;
    private readonly string[] members;

    private SecretRedactor(Regex[] patterns, (string Value, string Mark)[] values, string[] members) =>
        (this.patterns, this.values, this.members) = (patterns, values, members);

    /// <summary>Knows the keys of common providers, bearer tokens, JSON web tokens, private keys, and the usual names of members that hold a secret.</summary>
    public static SecretRedactor Default { get; } = new([KnownKeys(), Bearer(), PrivateKey()], [], SecretMembers);

    /// <summary>Strips what else matches a pattern.</summary>
    /// <param name="pattern">The pattern. Texts come from models: one that cannot backtrack is safe with all of them.</param>
    public SecretRedactor WithPattern(Regex pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new([.. patterns, pattern], values, members);
    }

    /// <summary>Strips a value wherever it stands, and leaves its name there.</summary>
    /// <param name="name">The name, such as that of the environment variable from which the value comes.</param>
    /// <param name="value">The value, of at least six characters; nothing if null or empty, as of a variable that is not set.</param>
    /// <exception cref="ArgumentException">The value is so short that it would be found in ordinary text.</exception>
    public SecretRedactor WithValue(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return string.IsNullOrEmpty(value) ? this
            : value.Length < ShortestValue ? throw new ArgumentException($"The secret {name} has fewer than {ShortestValue} characters, which ordinary text would have too: take a longer one")
            // The longest goes first, so that a secret within another does not leave the rest of it.
            : new(patterns, [.. values.Append((value, $"[secret:{name}]")).OrderByDescending(static secret => secret.Item1.Length)], members);
    }

    /// <summary>Strips the texts of members that are called so, in upper or lower case.</summary>
    /// <param name="name">The name of the members.</param>
    public SecretRedactor WithMember(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(patterns, values, [.. members, name]);
    }

    /// <summary>The text without secrets.</summary>
    /// <param name="text">The text.</param>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (value, mark) in values)
        {
            text = text.Replace(value, mark, StringComparison.Ordinal);
        }

        return patterns.Aggregate(text, static (rest, pattern) => pattern.Replace(rest, Mark));
    }

    /// <summary>JSON without secrets.</summary>
    internal JsonNode? Redact(JsonNode? node, string? member = null) => node switch
    {
        JsonObject all => new JsonObject(all.Select(item => KeyValuePair.Create(Redact(item.Key), Redact(item.Value, item.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Redact(item, member))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String =>
            member is not null && members.Contains(member, StringComparer.OrdinalIgnoreCase) ? Mark : Redact(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    /// <summary>An answer without secrets, also where a stream breaks one into several updates.</summary>
    internal JsonNode RedactAnswer(JsonNode answer)
    {
        var redacted = Redact(answer)!;
        if (answer is JsonArray)
        {
            foreach (var kind in StreamedText.Kinds)
            {
                StreamedText.Join(answer, redacted, kind, Redact);
            }
        }

        return redacted;
    }

    [GeneratedRegex("""\b(?:sk-[A-Za-z0-9_-]{16,}|AIza[A-Za-z0-9_-]{30,}|AKIA[A-Z0-9]{16}|gh[a-z]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|hf_[A-Za-z0-9]{30,}|gsk_[A-Za-z0-9]{30,}|xai-[A-Za-z0-9]{30,}|xox[a-z]-[A-Za-z0-9-]{10,}|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})""", RegexOptions.NonBacktracking)]
    private static partial Regex KnownKeys();

    [GeneratedRegex("""\b(?:Bearer|Basic)\s+[A-Za-z0-9+/=._~-]{12,}""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bearer();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----[A-Za-z0-9+/=\\s]*(?:-----END [A-Z ]*PRIVATE KEY-----)?", RegexOptions.NonBacktracking)]
    private static partial Regex PrivateKey();
}
