using System.Text.Json;
using Prudence.Neural.Templates;

namespace Prudence.Neural.Tests.Templates;

/// <summary>
/// What templates render, against Jinja2 3.1.6 in a sandbox with trim_blocks, lstrip_blocks and loop controls, and with tojson as <c>json.dumps</c> without
/// escaping beyond ASCII.
/// </summary>
public sealed class JinjaTests
{
    private const string Data = """
        {"s": "Hello World", "empty": "", "n": 3, "f": 2.5, "t": true, "no": null, "list": ["b", "a", "c"], "nums": [3, 1, 2], "map": {"b": 1, "a": {"x": [1, 2.0, null, true]}, "c": "é\"\n"}, "msgs": [{"role": "system", "content": "S"}, {"role": "user", "content": " hi "}, {"role": "assistant", "content": "<think>\nwhy\n</think>\n\nyes"}, {"role": "user", "content": "more", "name": "Bo"}]}
        """;

    public static TheoryData<string, string> Cases => new()
    {
        { "{{ s }}|{{ empty }}|{{ n }}|{{ f }}|{{ t }}|{{ no }}|{{ missing }}", "Hello World||3|2.5|True|None|" },
        { "{{ list }}|{{ map }}|{{ (1, 'a\"b', \"it's\") }}", "['b', 'a', 'c']|{'b': 1, 'a': {'x': [1, 2.0, None, True]}, 'c': 'é\"\\n'}|(1, 'a\"b', \"it's\")" },
        { "{{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 7 % -3 }} {{ 7 / 2 }} {{ 2 ** 10 }} {{ 2 ** -1 }} {{ 1 + 2 * 3 - 4 }} {{ -n + 1 }} {{ 7.5 // 2 }} {{ -7.5 % 2 }}", "3 -4 2 -2 3.5 1024 0.5 3 -2 3.0 0.5" },
        { "{{ 1.0 }} {{ 1e16 }} {{ 123456789012345680.0 }} {{ 0.0001 }} {{ 0.00001 }} {{ 1/3 }} {{ 1e22 }} {{ 100.0 }} {{ 1.5e300 }} {{ 12345.678 }}", "1.0 1e+16 1.2345678901234568e+17 0.0001 1e-05 0.3333333333333333 1e+22 100.0 1.5e+300 12345.678" },
        { "{{ 'a' ~ 1 ~ none ~ true }} {{ 'ab' * 3 }} {{ [1] + [2, 3] }} {{ 'a' 'b' \"c\" }}", "a1NoneTrue ababab [1, 2, 3] abc" },
        { "{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ 'a' in s }} {{ 'Hello' in s }} {{ 'a' in list }} {{ 'zz' not in list }} {{ 'a' in map }} {{ 1 == 1.0 }} {{ true == 1 }} {{ none == missing }} {{ 'b' > 'a' }} {{ [1,2] < [1,3] }}", "True False False True True True True True True False True True" },
        { "{{ not t or n and empty }}|{{ empty or 'x' }}|{{ t and 'y' }}|{{ not empty }}|{{ missing or 'm' }}", "|x|y|True|m" },
        { "{{ 'yes' if t else 'no' }}|{{ 'yes' if empty }}|{{ 'a' if empty else 'b' if no else 'c' }}", "yes||c" },
        { "{{ list[0] }} {{ list[-1] }} {{ list[5] }} {{ s[0] }} {{ s[-1] }} {{ map['b'] }} {{ map.b }} {{ map.a.x[1] }} {{ map.zz }} {{ list.0 }}", "b c  H d 1 1 2.0  b" },
        { "{{ list[1:] }} {{ list[:-1] }} {{ list[::-1] }} {{ s[2:5] }} {{ s[:-6] }} {{ s[::2] }} {{ list[5:] }} {{ list[-2:] }} {{ s[-100:3] }} {{ list[2:0:-1] }}", "['a', 'c'] ['b', 'a'] ['c', 'a', 'b'] llo Hello HloWrd [] ['a', 'c'] Hel ['c', 'a']" },
        { "{{ s|upper }} {{ s|lower }} {{ 'hello wORLD'|title }} {{ 'hELLO'|capitalize }} {{ '  x '|trim }}| {{ 'xxaxx'|trim('x') }} {{ s|length }} {{ list|length }} {{ map|length }} {{ list|count }}", "HELLO WORLD hello world Hello World Hello x| a 11 3 3 3" },
        { "{{ missing|default('d') }} {{ empty|default('d') }}| {{ empty|default('d', true) }} {{ no|d('z') }} {{ no|d('z', boolean=true) }}", "d | d None z" },
        { "{{ list|join(', ') }} {{ nums|join }} {{ msgs|join('+', attribute='role') }} {{ list|first }} {{ list|last }} {{ []|first }}| {{ s|first }}", "b, a, c 312 system+user+assistant+user b c | H" },
        { "{{ list|sort }} {{ nums|sort(reverse=true) }} {{ list|reverse|list }} {{ s|reverse }} {{ nums|max }} {{ nums|min }} {{ nums|sum }} {{ ['a','A','b']|unique|list }} {{ ['b','A','c']|sort }}", "['a', 'b', 'c'] [3, 2, 1] ['c', 'a', 'b'] dlroW olleH 3 1 6 ['a', 'b'] ['A', 'b', 'c']" },
        { "{{ map|dictsort }} {{ map|items|list }} {{ map.items()|list }} {{ map.keys()|list }} {{ map.values()|list|length }} {{ map.get('b') }} {{ map.get('q') }} {{ map.get('q', 5) }}", "[('a', {'x': [1, 2.0, None, True]}), ('b', 1), ('c', 'é\"\\n')] [('b', 1), ('a', {'x': [1, 2.0, None, True]}), ('c', 'é\"\\n')] [('b', 1), ('a', {'x': [1, 2.0, None, True]}), ('c', 'é\"\\n')] ['b', 'a', 'c'] 3 1 None 5" },
        { "{{ msgs|selectattr('role', 'equalto', 'user')|list|length }} {{ msgs|rejectattr('role', '==', 'user')|map(attribute='role')|list }} {{ msgs|selectattr('name', 'defined')|map(attribute='name')|join }} {{ msgs|map(attribute='name', default='?')|join(',') }}", "2 ['system', 'assistant'] Bo ?,?,?,Bo" },
        { "{{ nums|select('odd')|list }} {{ nums|reject('odd')|list }} {{ ['a','','b']|select|list }} {{ list|map('upper')|join }} {{ ['code','x']|reject('equalto', 'code')|list }} {{ list|map('replace', 'a', 'z')|list }}", "[3, 1] [2] ['a', 'b'] BAC ['x'] ['b', 'z', 'c']" },
        { "{{ map|tojson }}|{{ map|tojson(indent=2) }}|{{ [1,'a',none,true,1.5]|tojson }}|{{ {}|tojson(indent=4) }}|{{ []|tojson }}|{{ map|tojson(separators=(',', ':')) }}|{{ {'b':1,'a':2}|tojson(sort_keys=true) }}", "{\"b\": 1, \"a\": {\"x\": [1, 2.0, null, true]}, \"c\": \"é\\\"\\n\"}|{\n  \"b\": 1,\n  \"a\": {\n    \"x\": [\n      1,\n      2.0,\n      null,\n      true\n    ]\n  },\n  \"c\": \"é\\\"\\n\"\n}|[1, \"a\", null, true, 1.5]|{}|[]|{\"b\":1,\"a\":{\"x\":[1,2.0,null,true]},\"c\":\"é\\\"\\n\"}|{\"a\": 2, \"b\": 1}" },
        { "{{ 'a<b>&\"é\\t\\u0001\\\\'|tojson }}", "\"a<b>&\\\"é\\t\\u0001\\\\\"" },
        { "{{ s.upper() }} {{ s.lower() }} {{ '  x '.strip() }}| {{ 'xxaxx'.strip('x') }} {{ 'aab'.lstrip('a') }} {{ 'baa'.rstrip('a') }} {{ s.startswith('He') }} {{ s.endswith('ld') }} {{ s.startswith(('X','He')) }}", "HELLO WORLD hello world x| a b b True True True" },
        { "{{ 'a,b,,c'.split(',') }} {{ ' a  b '.split() }} {{ 'a,b,c'.split(',', 1) }} {{ 'a b c'.split(none, 1) }} {{ 'a,b,c'.rsplit(',', 1) }} {{ 'a\nb\n'.splitlines() }} {{ ''.split(',') }} {{ ''.split() }}", "['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b,c'] ['a', 'b c'] ['a,b', 'c'] ['a', 'b'] [''] []" },
        { "{{ 'aXbX'.replace('X', '-') }} {{ 'aXbX'.replace('X', '-', 1) }} {{ s.find('World') }} {{ s.find('q') }} {{ 'banana'.count('a') }} {{ 'it is'.title() }} {{ 'HELLO'.capitalize() }} {{ ','.join(list) }}", "a-b- a-bX 6 -1 3 It Is Hello b,a,c" },
        { "{{ s is defined }} {{ missing is defined }} {{ missing is undefined }} {{ no is none }} {{ s is string }} {{ n is number }} {{ n is integer }} {{ f is float }} {{ t is boolean }} {{ t is true }} {{ t is not false }} {{ map is mapping }} {{ list is sequence }} {{ list is iterable }} {{ map is iterable }} {{ n is odd }} {{ n is even }} {{ n is divisibleby 3 }} {{ n is divisibleby(2) }} {{ n is eq 3 }} {{ n is in [1,3] }} {{ 's' is sameas 's' }} {{ s is mapping }} {{ n is gt 2 }} {{ 'ab' is lower }} {{ 'AB' is upper }} {{ s is not none and t }}", "True False True True True True True True True True True True True True True True False True False True True True False True True True True" },
        { "{{ '3'|int + 1 }} {{ 'x'|int }} {{ '3.7'|int }} {{ 'x'|int(9) }} {{ '2.5'|float }} {{ 3.9|int }} {{ -3|abs }} {{ 2.567|round(2) }} {{ 2.5|round }} {{ 3.5|round }} {{ n|string ~ 'x' }}", "4 0 3 9 2.5 3 3 2.57 2.0 4.0 3x" },
        { "{{ range(3)|list }} {{ range(1, 4)|list }} {{ range(5, 0, -2)|list }} {{ dict(a=1, b='x') }}", "[0, 1, 2] [1, 2, 3] [5, 3, 1] {'a': 1, 'b': 'x'}" },
        { "{% for x in list %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.revindex }}{{ loop.revindex0 }} {{ x }};{% endfor %}", "10TrueFalse332 b;21FalseFalse321 a;32FalseTrue310 c;" },
        { "{% for x in list %}{{ loop.previtem }}<{{ x }}>{{ loop.nextitem }} {% endfor %}", "<b>a b<a>c a<c> " },
        { "{% for k, v in map.items() if k != 'a' %}{{ k }}={{ v }}{% if not loop.last %}, {% endif %}{% endfor %}", "b=1, c=é\"\n" },
        { "{% for x in [] %}x{% else %}none{% endfor %}{% for x in missing %}x{% else %}nothing{% endfor %}{% for c in 'ab' %}[{{ c }}]{% endfor %}{% for k in map %}{{ k }}{% endfor %}", "nonenothing[a][b]bac" },
        { "{% for x in nums %}{% if x == 1 %}{% continue %}{% endif %}{{ x }}{% if x == 2 %}{% break %}{% endif %}{% endfor %}", "32" },
        { "{% set x = 1 %}{% for i in nums %}{% set x = i %}{{ x }}{% endfor %}{{ x }}{% if true %}{% set x = 9 %}{% endif %}{{ x }}", "31219" },
        { "{% set ns = namespace(found=false, n=0) %}{% for i in nums %}{% set ns.n = ns.n + i %}{% set ns.found = true %}{% endfor %}{{ ns.n }}{{ ns.found }}", "6True" },
        { "{% set a, b = 1, 2 %}{{ a }}{{ b }}{% for a, b in [(1, 2), [3, 4]] %}{{ a + b }}{% endfor %}", "1237" },
        { "{% set x %}block {{ n }}{% endset %}[{{ x }}]{{ x|upper }}", "[block 3]BLOCK 3" },
        { "{% macro m(a, b=2) %}<{{ a }}:{{ b }}{{ n }}>{% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(b=5, a=4) }}{{ m('x')|upper }}", "<1:23><1:33><4:53><X:23>" },
        { "{% macro rec(k) %}{{ k }}{% if k > 0 %}{{ rec(k - 1) }}{% endif %}{% endmacro %}{{ rec(3) }}", "3210" },
        { "{% if n == 1 %}one{% elif n == 3 %}three{% else %}other{% endif %}{%- if not missing %} ok{% endif %}", "three ok" },
        { "{# comment #}a{#- c -#} b {{- ' c' -}}  d", "ab cd" },
        { "  {% if t %}\n  x\n  {% endif %}\ny", "  x\ny" },
        { "a\n  {%- if t %}  b  {%- endif %}\n  c", "a  b  c" },
        { "a\n    {%+ if t %}b{% endif +%}\nc", "a\n    b\nc" },
        { "{{ 'x' }}\n\n  {{ 'y' }}\n", "x\n\n  y" },
        { "a {% if t -%}   b   {%- endif %} c", "a b c" },
        { "  {# c #}\nx\n  {#- c #}\ny", "xy" },
        { "{% for m in msgs %}\n    {% if m.role == 'user' %}\n{{ m.content | trim }}\n    {% endif %}\n{% endfor %}\nend", "hi\nmore\nend" },
        { "{{ 'it\\'s' }} {{ \"q\\\"q\" }} {{ 'tab\\tx' }} {{ 'nl\\nx' }} {{ '\\u00e9\\x41' }} {{ 'back\\\\slash' }}", "it's q\"q tab\tx nl\nx éA back\\slash" },
        { "{% for m in msgs[::-1] %}{% set index = (msgs|length - 1) - loop.index0 %}{{ index }}{{ m.role[0] }}{% endfor %}", "3u2a1u0s" },
        { "{% set c = msgs[2].content %}{{ c.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') }}|{{ c.split('</think>')[-1].lstrip('\\n') }}", "why|yes" },
        { "{% if (msgs[0].role == 'user') != (0 % 2 == 0) %}bad{% endif %}{{ msgs[0]['role'] != 'system' }}{{ not(s.startswith('X') and s.endswith('d')) }}", "badFalseTrue" },
        { "{{ {'a': 1, 'b': [1, {'c': none}]} }}{{ {'a': 1}.a }}{{ {}|length }}{{ {'k': n, } }}{{ [1, 2,] }}{{ () }}{{ (1,) |list }}", "{'a': 1, 'b': [1, {'c': None}]}10{'k': 3}[1, 2]()[1]" },
        { "{{ 'line1\\nline2\\n\\nx'|indent(2) }}|{{ 'a\\nb'|indent(4, true) }}|{{ 'a\\n\\nb'|indent(1, blank=true) }}", "line1\n  line2\n\n  x|    a\n    b|a\n \n b" },
        { "{{ 1 if s is defined and n is number else 2 }}{{ (n if n else 0) + 1 }}{{ s if s is string else s|tojson }}", "14Hello World" },
        { "{{ (list|length) - 1 }} {{ list|length - 1 }} {{ -n|abs }} {{ n|string + 'a' }} {{ 'a' + n|string|trim }}", "2 2 3 3a a3" },
        { "{{ true }} {{ True }} {{ false }} {{ None }} {{ none is none }} {{ missing is none }}", "True True False None True False" },
        { "{{ msgs[0].content is string and msgs[0].content is not none }} {{ msgs[3].name is defined }} {{ msgs[0].name is defined and msgs[0].name }}", "True True False" },
        { "{%- set default_tools = [{'name': 'f', 'args': {'x': 1}}] -%}{% for t in default_tools %}{{ t.name }}{{ t.args|tojson }}{{ t['args'].items()|list }}{% endfor %}", "f{\"x\": 1}[('x', 1)]" },
        { "{{ 'a\nb' }}|{{ '' }}|{{ 1_000 }}", "a\nb||1000" },
        { "{% for x in [1,2] %}{% for y in [3,4] %}{{ loop.index }}{{ x }}{{ y }}{{ loop.depth }} {% endfor %}{{ loop.index }}{% endfor %}", "1131 2141 11231 2241 2" },
        { "{{ 'x'|replace('x', 'yy')|upper|lower }} {{ 'aaa'|replace('a', 'b', 2) }} {{ 3|string|length }}", "yy bba 1" },
        { "{{ {'a':1}.items()|first|join('-') }}", "a-1" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Renders_as_Jinja_does(string template, string rendered)
    {
        using var document = JsonDocument.Parse(Data);
        var variables = document.RootElement.EnumerateObject().ToDictionary(static item => item.Name, static item => item.Value);
        Assert.Equal(rendered, ChatTemplate.Parse(template).Render(new ChatTemplateInput { Messages = [], Variables = variables }).Text);
    }
}
