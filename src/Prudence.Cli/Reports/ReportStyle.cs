namespace Prudence.Cli.Reports;

/// <summary>How a report looks. Light and dark follow the reader's system; on paper it is light.</summary>
internal static class ReportStyle
{
    /// <summary>The number of colours for actions.</summary>
    public const int Colors = 8;

    public const string Sheet = """

        :root { color-scheme: light dark; --page: #f6f7f9; --card: #ffffff; --text: #1c2430; --quiet: #5b6675; --line: #dfe3e9; --accent: #1f5fbf;
          --good: #14713f; --good-back: #e2f4ea; --bad: #a3261d; --bad-back: #fbe6e4; --area: #1f5fbf1c;
          --c0: #1f5fbf; --c1: #b5480b; --c2: #14713f; --c3: #8a2f8f; --c4: #0b7285; --c5: #a3261d; --c6: #6b5a00; --c7: #4a4f9e; }
        @media screen and (prefers-color-scheme: dark) { :root { --page: #12161c; --card: #1b212a; --text: #e4e9f0; --quiet: #9aa7b7; --line: #323b48; --accent: #7fb0ff;
          --good: #6fd79c; --good-back: #173626; --bad: #ff9c93; --bad-back: #43201d; --area: #7fb0ff22;
          --c0: #7fb0ff; --c1: #ffa866; --c2: #6fd79c; --c3: #e29cf0; --c4: #66d3e6; --c5: #ff9c93; --c6: #e5cf5c; --c7: #b0b4ff; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        main, header, footer { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
        header { padding-top: 36px; }
        h1 { margin: 0; font-size: 30px; line-height: 1.2; overflow-wrap: anywhere; }
        h2 { margin: 0 0 14px; font-size: 18px; }
        p { margin: 0 0 12px; }
        .quiet, footer { color: var(--quiet); }
        .verdict { display: inline-block; margin: 14px 0 0; padding: 4px 14px; border-radius: 999px; font-weight: 600; }
        .good { color: var(--good); background: var(--good-back); }
        .bad { color: var(--bad); background: var(--bad-back); }
        section { margin: 20px 0; padding: 22px 24px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 1px; padding: 0; overflow: hidden; background: var(--line); }
        .figures div { padding: 14px 20px; background: var(--card); }
        .figures dt { color: var(--quiet); font-size: 13px; }
        .figures dd { margin: 0; font-size: 22px; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
        dl { margin: 20px 0; border: 1px solid var(--line); border-radius: 12px; }
        code, .action { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; }
        code { overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th { color: var(--quiet); font-size: 13px; font-weight: 600; text-align: left; }
        th, td { padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        tbody tr:last-child td, tbody tr:last-child th { border-bottom: 0; }
        tr.total td, tr.total th { font-weight: 600; color: var(--text); }
        .number { text-align: right; white-space: nowrap; }
        td.number, th.number { padding-right: 18px; }
        td.action { white-space: nowrap; padding-right: 24px; }
        td.reasons { color: var(--quiet); font-size: 13px; }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 0 48px; }
        .chart { display: block; width: 100%; max-width: 860px; height: auto; }
        .chart text, .lanes text { fill: var(--quiet); font: 12px system-ui, sans-serif; }
        .chart .label { fill: var(--text); }
        .grid { stroke: var(--line); stroke-width: 1; }
        .series { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
        .area { fill: var(--area); }
        .mark { fill: var(--card); stroke: var(--accent); stroke-width: 2; }
        .lanes { display: flex; }
        .lanes svg { display: block; flex: none; }
        .lanes .name { fill: var(--text); font-size: 13px; }
        .lanes .type { font-size: 11px; letter-spacing: .06em; }
        .lanes .life { stroke: var(--line); stroke-width: 4; stroke-linecap: round; }
        .step line { stroke-width: 2; }
        .step:hover line { stroke-width: 4; }
        .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 12px; padding: 0; list-style: none; }
        .legend svg { vertical-align: -1px; margin-right: 6px; }
        .c0 { stroke: var(--c0); fill: var(--c0); } .c1 { stroke: var(--c1); fill: var(--c1); } .c2 { stroke: var(--c2); fill: var(--c2); } .c3 { stroke: var(--c3); fill: var(--c3); }
        .c4 { stroke: var(--c4); fill: var(--c4); } .c5 { stroke: var(--c5); fill: var(--c5); } .c6 { stroke: var(--c6); fill: var(--c6); } .c7 { stroke: var(--c7); fill: var(--c7); }
        footer { padding-bottom: 40px; font-size: 13px; }
        @media print { body { background: none; } section { break-inside: avoid; } }

        """;
}
