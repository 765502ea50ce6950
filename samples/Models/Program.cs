// Asks a model of a provider: Models (openai|local|anthropic) MODEL QUESTION
using Anthropic;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;
using Prudence.Models.OpenAI;

if (args is not [var provider, var name, var question])
{
    Console.Error.WriteLine("Models: expected a provider (openai, local or anthropic), the name of a model and a question, such as: openai gpt-5-mini 'What is a budget?'");
    return 30;
}

try
{
    using var model = provider switch
    {
        "openai" => OpenAI(name),
        "local" => Local(name),
        "anthropic" => Claude(name),
        _ => throw new InvalidOperationException($"there is no provider '{provider}': write openai, local or anthropic"),
    };
    var response = await model.GetResponseAsync(question, new ChatOptions { MaxOutputTokens = 500 });
    Console.WriteLine(response.Text);
    var usage = response.Usage;
    Console.WriteLine($"{response.ModelId}: {usage?.InputTokenCount} tokens of input, {usage?.CachedInputTokenCount ?? 0} of them cached; {usage?.OutputTokenCount} of output");
    return 0;
}
catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or AnthropicException)
{
    Console.Error.WriteLine($"Models: {exception.Message}");
    return exception is InvalidOperationException ? 30 : 40;
}

static IChatClient OpenAI(string name)
{
    // The key comes from OPENAI_API_KEY.
    var model = new OpenAIChatClient(new OpenAIModelOptions { ModelId = name });
    return model;
}

static IChatClient Local(string name)
{
    // Ollama, llama.cpp, vLLM and others speak the same protocol.
    var model = new OpenAIChatClient(new OpenAIModelOptions
    {
        ModelId = name,
        Endpoint = new Uri("http://localhost:11434/v1"),
        UsesMaxTokens = true,
    });
    return model;
}

static IChatClient Claude(string name)
{
    // The key comes from ANTHROPIC_API_KEY.
    var model = new AnthropicClient { MaxRetries = 0 }.AsIChatClient(name, defaultMaxOutputTokens: 1_000);
    return model;
}
