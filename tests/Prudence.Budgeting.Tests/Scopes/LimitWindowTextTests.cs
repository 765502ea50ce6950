namespace Prudence.Budgeting.Tests.Scopes;

public sealed class LimitWindowTextTests
{
    [Theory]
    [InlineData("day", "day UTC", "per day (UTC)")]
    [InlineData("Month Europe/Berlin", "month Europe/Berlin", "per month (Europe/Berlin)")]
    [InlineData("rolling 24h", "rolling 1.00:00:00", "in any 24 h 0 min")]
    [InlineData(" rolling 00:00:00.0000064 ", "rolling 00:00:00.0000064", "in any 6.40 µs")]
    [InlineData("lifetime", "lifetime", "in all")]
    public void What_is_read_is_written_so_that_it_can_be_read_again(string text, string written, string shown)
    {
        Assert.True(LimitWindowText.TryParse(text, out var window, out var error), error);
        Assert.Equal(shown, window.ToString());
        Assert.Equal(written, LimitWindowText.Write(window));
        Assert.True(LimitWindowText.TryParse(written, out var again, out _));
        Assert.Equal(window, again);
    }

    [Theory]
    [InlineData("", "is not a window")]
    [InlineData("daily", "'daily' is not a window: write minute, hour, day")]
    [InlineData("day Mars/Olympus", "no time zone 'Mars/Olympus'")]
    [InlineData("rolling", "is not a window")]
    [InlineData("rolling soon", "is not a time")]
    [InlineData("rolling 00:00:00", "is no length of a window")]
    [InlineData("rolling -1.00:00:00", "is no length of a window")]
    [InlineData("3", "is not a window")]
    public void What_is_no_window_is_explained(string text, string message)
    {
        Assert.False(LimitWindowText.TryParse(text, out _, out var error));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
