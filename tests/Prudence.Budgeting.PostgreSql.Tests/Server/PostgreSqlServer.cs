using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Prudence.Budgeting.PostgreSql.Tests.Server;

/// <summary>
/// A server of the tests' own on a free port of this machine, with its data in a temporary folder, started when first asked for. It syncs to disk,
/// but by default does not wait for that at commit: whoever relies on it must say so.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    public const string Password = "a secret; with 'quotes'";

    private static readonly string? User = Environment.IsPrivilegedProcess ? UnprivilegedUser() : null;

    private readonly Lazy<string> folder;
    private readonly int port = FreePort();
    private Process? process;
    private int schemas;

    public PostgreSqlServer() => folder = new Lazy<string>(Create);

    /// <summary>The string with which the server's owner connects.</summary>
    public string ConnectionString
    {
        get
        {
            _ = folder.Value;
            return $"Host=127.0.0.1;Port={port};Database=postgres;Username=prudence;Password=\"{Password}\";Pooling=false";
        }
    }

    /// <summary>The name of a schema that no test had before.</summary>
    public string NewSchema() => $"ledger_{Interlocked.Increment(ref schemas)}";

    /// <summary>Does what a person with the right to would do in the database.</summary>
    public async Task ExecuteAsync(string text)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks the database for one value.</summary>
    public async Task<T> AskAsync<T>(string text)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Kills all processes of the server at once, as an operating system does that runs out of memory.</summary>
    public void Crash() => Stop("QUIT");

    /// <summary>Starts the server again, and returns when it takes connections.</summary>
    public void Start() => process = Start(folder.Value);

    public void Dispose()
    {
        if (folder.IsValueCreated)
        {
            Stop("INT");
            Directory.Delete(folder.Value, recursive: true);
        }
    }

    private static string UnprivilegedUser() =>
        File.ReadLines("/etc/passwd").Any(static line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string Create()
    {
        var created = Directory.CreateTempSubdirectory("postgresql").FullName;
        var passwordFile = Path.Combine(created, "password");
        File.WriteAllText(passwordFile, Password);
        if (User is not null)
        {
            Run("chown", "-R", User, created);
        }

        Run(Command("initdb", "-D", Path.Combine(created, "data"), "-U", "prudence", "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C", "--no-sync"));
        process = Start(created);
        return created;
    }

    private Process Start(string at)
    {
        var command = Command(
            "postgres", "-D", Path.Combine(at, "data"), "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "synchronous_commit=off", "-c", "idle_session_timeout=1h", "-c", "lc_messages=C");
        var (server, said, isReady) = (new Process { StartInfo = Described(command) }, new List<string>(), new TaskCompletionSource());
        server.ErrorDataReceived += (_, line) =>
        {
            said.Add(line.Data ?? "the server ended");
            if (line.Data is null)
            {
                isReady.TrySetException(new InvalidOperationException(string.Join('\n', said)));
            }
            else if (line.Data.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                isReady.TrySetResult();
            }
        };
        server.Start();
        server.BeginErrorReadLine();
        isReady.Task.GetAwaiter().GetResult();
        return server;
    }

    private void Stop(string signal)
    {
        Run("kill", $"-{signal}", $"{process!.Id}");
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>A program of the server's, which refuses to run with the rights of root.</summary>
    private static string[] Command(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(PostgreSqlPrograms.Folder!, program), .. arguments];
        return User is null ? command : ["setpriv", "--reuid", User, "--regid", User, "--clear-groups", "--", .. command];
    }

    private static ProcessStartInfo Described(string[] command) =>
        new(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };

    private static void Run(params string[] command)
    {
        using var program = Process.Start(Described(command))!;
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEnd();
        program.WaitForExit();
        if (program.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {program.ExitCode}: {errors}{output.GetAwaiter().GetResult()}");
        }
    }
}
