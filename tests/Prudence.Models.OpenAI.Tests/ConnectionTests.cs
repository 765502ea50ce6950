using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI.Tests;

public sealed class ConnectionTests
{
    [Fact]
    public void The_environment_says_what_the_options_leave_open()
    {
        var (client, key) = OpenAIConnection.Open(new() { ModelId = "m" }, name => name == "OPENAI_BASE_URL" ? "http://localhost:11434/v1" : "from-environment");
        Assert.Equal((new Uri("http://localhost:11434/v1"), "m", "from-environment"), (client.Endpoint, client.Model, key));

        (client, key) = OpenAIConnection.Open(new() { ModelId = "m", Endpoint = new("http://host/v2"), ApiKey = "mine" }, _ => "http://elsewhere");
        Assert.Equal((new Uri("http://host/v2"), "mine"), (client.Endpoint, key));

        (client, key) = OpenAIConnection.Open(new() { ModelId = "m", ApiKey = "mine" }, _ => "");
        Assert.Equal(new Uri("https://api.openai.com/v1"), client.Endpoint);
    }

    [Fact]
    public void A_missing_key_is_told_unless_the_server_may_need_none()
    {
        var error = Assert.Throws<InvalidOperationException>(() => OpenAIConnection.Open(new() { ModelId = "m" }, _ => null));
        Assert.Equal("There is no key for https://api.openai.com/v1: set the environment variable OPENAI_API_KEY, or OpenAIModelOptions.ApiKey", error.Message);

        Assert.Null(OpenAIConnection.Open(new() { ModelId = "m", Endpoint = new("http://localhost:1/v1") }, _ => null).Key);
    }

    [Fact]
    public void A_wrong_endpoint_or_retry_count_is_told()
    {
        var error = Assert.Throws<InvalidOperationException>(() => OpenAIConnection.Open(new() { ModelId = "m" }, _ => "localhost:11434"));
        Assert.Equal("OPENAI_BASE_URL is no address: write one such as http://localhost:11434/v1", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => OpenAIConnection.Open(new() { ModelId = "m", ApiKey = "k", MaxRetries = -1 }, _ => null));
    }

    [Fact]
    public async Task It_says_who_it_is_and_never_its_key()
    {
        await using var server = new LoopbackServer();
        using var model = Models.At(server);
        var options = new OpenAIModelOptions { ModelId = "m", ApiKey = Models.Key };

        var data = model.GetService<ChatClientMetadata>()!;
        Assert.Equal(("openai", server.Endpoint, "gpt-test"), (data.ProviderName, data.ProviderUri, data.DefaultModelId));
        Assert.NotNull(model.GetService<Wire.ChatClient>());
        Assert.Same(model, model.GetService<IChatClient>());
        Assert.DoesNotContain(Models.Key, $"{model} {options} {model.GetService<Wire.ChatClient>()}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_request_is_sent_again_where_that_is_wanted()
    {
        await using var server = new LoopbackServer(CannedAnswer.Json(OpenAIFixtures.Error("busy"), 503), CannedAnswer.Json(OpenAIFixtures.Text));
        using var model = new OpenAIChatClient(new OpenAIModelOptions { ModelId = "m", Endpoint = server.Endpoint, ApiKey = "k", MaxRetries = 1 });

        Assert.Equal("Hello, wörld", (await model.GetResponseAsync("Hi")).Text);
        Assert.Equal(2, server.Requests);
    }
}
