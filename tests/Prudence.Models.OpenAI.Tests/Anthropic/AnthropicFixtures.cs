namespace Prudence.Models.OpenAI.Tests.Anthropic;

/// <summary>Answers as the provider's reference of its messages describes them.</summary>
internal static class AnthropicFixtures
{
    public const string Message = """
        {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[{"type":"thinking","thinking":"hm","signature":"c2ln"},{"type":"text","text":"Hi!"}],
         "stop_reason":"end_turn","stop_sequence":null,
         "usage":{"input_tokens":20,"cache_creation_input_tokens":100,"cache_read_input_tokens":3000,"output_tokens":9,"output_tokens_details":{"thinking_tokens":4},"service_tier":"standard"}}
        """;

    public const string Overloaded = """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""";

    public static string Stream { get; } = string.Concat(
        Event("message_start", """{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":20,"cache_creation_input_tokens":100,"cache_read_input_tokens":3000,"output_tokens":1}}}"""),
        Event("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}"""),
        Event("content_block_delta", """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}"""),
        Event("content_block_stop", """{"type":"content_block_stop","index":0}"""),
        Event("content_block_start", """{"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}"""),
        Event("ping", """{"type":"ping"}"""),
        Event("content_block_delta", """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Hi"}}"""),
        Event("content_block_delta", """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"!"}}"""),
        Event("content_block_stop", """{"type":"content_block_stop","index":1}"""),
        Event("content_block_start", """{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"toolu_1","name":"weather","input":{}}}"""),
        Event("content_block_delta", """{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"city\": \"Bo"}}"""),
        Event("content_block_delta", """{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"nn\"}"}}"""),
        Event("content_block_stop", """{"type":"content_block_stop","index":2}"""),
        Event("message_delta", """{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"input_tokens":20,"cache_creation_input_tokens":100,"cache_read_input_tokens":3000,"output_tokens":89,"output_tokens_details":{"thinking_tokens":5}}}"""),
        Event("message_stop", """{"type":"message_stop"}"""));

    public static string Event(string name, string data) => $"event: {name}\ndata: {data}\n\n";
}
