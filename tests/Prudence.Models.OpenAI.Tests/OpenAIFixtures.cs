namespace Prudence.Models.OpenAI.Tests;

/// <summary>Answers as the provider's reference of its chat completions describes them.</summary>
internal static class OpenAIFixtures
{
    public const string Text = """
        {"id":"chatcmpl-1","object":"chat.completion","created":1741569952,"model":"gpt-5-mini-2025-08-07",
         "choices":[{"index":0,"message":{"role":"assistant","content":"Hello, wörld","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],
         "usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29,
           "prompt_tokens_details":{"cached_tokens":7,"audio_tokens":0},
           "completion_tokens_details":{"reasoning_tokens":4,"audio_tokens":0,"accepted_prediction_tokens":2,"rejected_prediction_tokens":0}},
         "service_tier":"default"}
        """;

    public const string ToolCall = """
        {"id":"chatcmpl-2","object":"chat.completion","created":1699896916,"model":"gpt-4o-mini",
         "choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[
            {"id":"call_abc","type":"function","function":{"name":"weather","arguments":"{\n\"city\": \"Bonn\"\n}"}},
            {"id":"call_def","type":"function","function":{"name":"weather","arguments":"{\"city\": "}}]},
          "logprobs":null,"finish_reason":"tool_calls"}],
         "usage":{"prompt_tokens":82,"completion_tokens":17,"total_tokens":99}}
        """;

    public const string Refusal = """
        {"id":"chatcmpl-3","object":"chat.completion","created":1,"model":"m",
         "choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"I cannot."},"finish_reason":"content_filter"}]}
        """;

    public static string TextStream { get; } = Events(
        Delta("""{"role":"assistant","content":"","refusal":null}"""),
        Delta("""{"content":"Hel"}"""),
        Delta("""{"content":"lö"}"""),
        Delta("{}", "\"stop\""),
        """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1694268190,"model":"gpt-4o-mini","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"prompt_tokens_details":{"cached_tokens":3},"completion_tokens_details":{"reasoning_tokens":5}}}""",
        "[DONE]");

    public static string ToolStream { get; } = Events(
        Delta("""{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_abc","type":"function","function":{"name":"weather","arguments":""}}]}"""),
        Delta("""{"tool_calls":[{"index":0,"function":{"arguments":"{\"city\":"}}]}"""),
        Delta("""{"tool_calls":[{"index":1,"id":"call_def","type":"function","function":{"name":"time","arguments":""}}]}"""),
        Delta("""{"tool_calls":[{"index":0,"function":{"arguments":"\"Bonn\"}"}}]}"""),
        Delta("{}", "\"tool_calls\""),
        "[DONE]");

    /// <summary>As servers of open models send it: the thoughts in a member of their own, the usage in a chunk that has content.</summary>
    public static string ThinkingStream { get; } = Events(
        Delta("""{"role":"assistant","reasoning_content":"hm"}"""),
        """{"id":"x","object":"chat.completion.chunk","created":1,"model":"open","choices":[{"index":0,"delta":{"content":"yes"},"finish_reason":"stop"}],"usage":{"prompt_tokens":4,"completion_tokens":2,"total_tokens":6}}""",
        "[DONE]");

    public static string BrokenStream { get; } = Events(
        Delta("""{"content":"Hel"}"""),
        """{"error":{"message":"The server had an error while processing your request","type":"server_error","param":null,"code":null}}""",
        "[DONE]");

    public static string Error(string message) => $$$"""{"error":{"message":"{{{message}}}","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}""";

    public static string Delta(string delta, string finish = "null") =>
        $$$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1694268190,"model":"gpt-4o-mini","system_fingerprint":"fp_1","choices":[{"index":0,"delta":{{{delta}}},"logprobs":null,"finish_reason":{{{finish}}}}],"usage":null}""";

    public static string Events(params string[] data) => string.Concat(data.Select(static line => $"data: {line}\n\n"));
}
