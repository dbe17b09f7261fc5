"""Writes jinja.json: what jinja2 makes of each filter, test, method and tag, and of each of their arguments.

    python jinja.py      (versions: requirements.txt)

The environment is the one in which transformers renders chat templates (utils/chat_template_utils.py): the immutable
sandbox, trim_blocks, lstrip_blocks, loop controls, and a tojson of its own. An output of null is an error of whatever
type. Left out: the addresses that Python prints for generators and functions.
"""

import json
from pathlib import Path

import jinja2.ext
from jinja2.sandbox import ImmutableSandboxedEnvironment

TEMPLATES = {
    "numbers": [
        "{{ 1e3 }} {{ 1E3 }} {{ 1.5e-3 }} {{ 1e400 }} {{ 1_0.2_5 }} {{ 1_000 }} {{ 0x1F }} {{ 0b11 }} {{ 0o17 }} {{ 00 }}",
        "{{ 012 }}",
        "{{ 1__0 }}",
        "{{ [{'a': 1}][0].a }} {{ [[1, 2]].0.1 }}",
    ],
    "round": [
        "{{ 42|round }} {{ true|round }} {{ 1.115|round(2) }} {{ 2.675|round(precision=2) }} {{ 2.5|round }}",
        "{{ 1234|round(-2) }} {{ 1234.5|round(-2) }} {{ 1250|round(-2) }} {{ 1350|round(-2) }} {{ -0.4|round }}",
        "{{ 42|round(0, 'ceil') }} {{ 2.345|round(1, 'floor') }} {{ 2.341|round(2, method='ceil') }}",
        "{{ 1234.5|round(-2, 'floor') }} {{ -1.5|round(0, 'ceil') }}",
        "{{ 1.5|round(method='up') }}",
        "{{ 1.5|round(methd='ceil') }}",
        "{{ 1.5|round(0, 'ceil', 1) }}",
        "{{ 1.5|round(0, precision=1) }}",
        "{{ 'a'|round }}",
    ],
    "int and float": [
        "{{ none|int }} {{ '0x1A'|int(base=16) }} {{ '1A'|int(0, 16) }} {{ '0b11'|int(0, 0) }} {{ '0b11'|int(7) }}",
        "{{ '1_000'|int }} {{ '1__0'|int }} {{ ' 42.9 '|int }} {{ 'z'|int(7) }} {{ 'z'|int('d') }} {{ '-12'|int }}",
        "{{ '+5'|int }} {{ '+-5'|int }} {{ '012'|int }} {{ '012'|int(0, 0) }} {{ ''|int }} {{ '1e3'|int }} {{ [1]|int }}",
        "{{ 'zz'|int(base=36) }} {{ 'inf'|int(3) }}",
        "{{ x|int }}",
        "{{ '1'|int(base=99) }}",
        "{{ ' 1.5 '|float }} {{ '1_0.5'|float }} {{ 'inf'|float }} {{ '-inf'|float }} {{ 'x'|float(2) }}",
        "{{ none|float }} {{ '+1.5'|float }} {{ '1e3'|float }} {{ 3|float }} {{ 'x'|float(default='d') }}",
        "{{ x|float }}",
        "{{ -3|abs }} {{ -2.5|abs }} {{ 'a'|length }}",
        "{{ 'a'|abs }}",
    ],
    "text filters": [
        "{{ \"it's a-test (one) {two} [three] <four>\"|title }} {{ \"it's a-test\".title() }} {{ 'éCOLE'|title }}",
        "{{ 'aXbX'|replace('X', '-', 1) }} {{ 'aXbX'|replace('X', '-', count=1) }} {{ 'aXbX'|replace('X', '-', -1) }}",
        "{{ 'aXbX'|replace('X', '-', 0) }} {{ 'ab'|replace('', '-') }} {{ 'ab'|replace(old='a', new='c') }}",
        "{{ 'a'|replace('a') }}",
        "{{ 'aXbX'|replace('X', '-', 'all') }}",
        "{{ 'a'|upper(1) }}",
        "{{ 'a b_c d-é'|wordcount }} {{ ''|wordcount }}",
        "{{ 'ab'|center(6) }}| {{ 'ab'|center(width=5) }}| {{ 'ab'|center|length }}",
        "{{ 'a\\nb'|indent(2, true) }} {{ 'a\\n\\nb'|indent('> ', blank=true) }} {{ 'a\\rb\\n'|indent(1) }}|",
        "{{ '\\na'|indent(first=true) }} {{ ''|indent(2, true) }} {{ 'a\\nb'|indent(-1) }} {{ 'a\\n\\nb'|indent }}",
        "{{ 'xax'|trim('x') }} {{ ' a '|trim }} {{ ' a '|trim('') }}| {{ 'xax'|trim(chars='x') }}",
        "{{ 'a'|trim(char='x') }}",
        "{{ '%s %.2f'|format('x', 3.14159) }} {{ '%(a)s %(b).1f'|format(a=1, b=2.25) }}",
        "{{ '%s'|format('x', a=1) }}",
        "{{ '%s'|format }}",
        "{{ 'é'|capitalize }} {{ 'ABC'|lower }} {{ 1|string|length }}",
    ],
    "escape": [
        "{{ '<b>&\"\\''|e }} {{ '<'|escape }} {{ '<'|e|e }} {{ '<'|e|forceescape }} {{ ['<'|e] }} {{ 1|e }}",
        "{{ ('<b>'|e) + '<' }} {{ '<' + ('<b>'|safe) }} {{ ('<b>'|e) ~ '<' }} {{ ('<'|safe) * 2 + '<' }}",
        "{{ ('<%s>'|safe) % '<' }} {{ ('{}'|safe).format('<') }} {{ (','|safe).join(['<', '>']) }}",
        "{{ ('a'|safe).replace('a', '<') }} {{ ('<'|safe).upper()|e }} {{ ('<'|safe)|trim|e }} {{ ('<a'|safe)[0]|e }}",
        "{{ ('< <'|safe).split()[0] + '<' }} {{ ('<'|safe)|replace('a', 'b')|e }} {{ ('a'|e) is escaped }}",
        "{{ ('<'|safe)|tojson }} {{ '<' is escaped }} {{ ('<'|safe) == '<' }}",
    ],
    "percent": [
        "{{ '%5.1f|%-5d|%05d|%+d|%x|%#x|%e|%g|%c|%r|%i' % (3.14159, 42, 42, 42, 255, 255, 12345.678, 1e10, 'a', 'b', 3.9) }}",
        "{{ '%.3d|%.2s|%5s|%-5s|' % (5, 'abc', 'a', 'b') }} {{ '%d%%' % 5 }} {{ '%X %o %c' % (255, 8, 65) }}",
        "{{ '% d %+.1e %G' % (5, 12345.678, 1e-10) }} {{ '%s' % none }} {{ '%s' % [1] }} {{ '%s' % {} }} {{ '%d' % true }}",
        "{{ '%(a)s %(b)d' % {'a': 1, 'b': 2, 'c': 3} }} {{ 'abc' % {} }}{{ 'abc' % [1] }} {{ '%05.1f' % -2.5 }}",
        "{{ '%s' % (1, 2) }}",
        "{{ 'abc' % 1 }}",
        "{{ '%s %s' % 1 }}",
        "{{ '%d' % 'a' }}",
        "{{ '%q' % 1 }}",
        "{{ '%' % 1 }}",
        "{{ '%(a)s' % {} }}",
        "{{ '%(a)s' % 1 }}",
    ],
    "str.format": [
        "{{ '{:>5}|{:<5}|{:^5}|{:*^7}|{:05d}|{:,}|{:.2f}|{:+d}'.format('a', 'b', 'c', 'd', 42, 1234567, 3.14159, 5) }}",
        "{{ '{:x}|{:#b}|{:%}|{:.1%}|{:X}|{:#X}|{:o}|{:e}|{:g}|{:G}'.format(255, 5, 0.5, 0.256, 255, 255, 8, 12, 0.5, 1e-10) }}",
        "{{ '{0}{1}{0}{name}{d.x}{d[x]}{l[1]}{name!r}{name!s}'.format('a', 'b', name='n', d={'x': 1}, l=[1, 2]) }}",
        "{{ '{:>5}'.format(true) }}{{ '{}'.format(none) }}{{ '{:05}'.format('a') }}{{ '{:05}'.format(-3) }}{{ '{{}}'.format() }}",
        "{{ '{:10}|{:,.2f}|{:_}|{:c}|{:.2}|{:é>3}|{: }'.format(3.5, 1234567.891, 1234567, 65, 'abc', 'x', 5) }}",
        "{{ '{:=5}|{:<5}|{:_x}|{:f}|{:.0f}'.format(-3, 7, 1048575, 5, 2.5) }}",
        "{{ '{} {}'.format(1) }}",
        "{{ '{name}'.format(1) }}",
        "{{ '{} {0}'.format(1) }}",
        "{{ '{'.format(1) }}",
        "{{ '}'.format(1) }}",
        "{{ '{:d}'.format('a') }}",
        "{{ '{:s}'.format(1) }}",
        "{{ '{:d}'.format(1.5) }}",
        "{{ '{:>5}'.format(none) }}",
        "{{ '{:y}'.format(1) }}",
    ],
    "text methods": [
        "{{ 'a,b,c'.rsplit(',', 1) }} {{ ' a b  c '.rsplit(none, 1) }} {{ 'a b'.rsplit() }} {{ 'abc'.rsplit('x') }}",
        "{{ 'aaa'.rsplit('aa', 1) }} {{ 'a.b.c'.rsplit('.', maxsplit=1)[-1] }} {{ 'a b'.split(maxsplit=0) }} {{ 'a'.split(sep=none) }}",
        "{{ ' a b c '.split(none, 1) }} {{ 'a,b,c'.split(',', 1) }} {{ ''.split() }} {{ ''.split(',') }} {{ ' a b '.rsplit(none, 0) }}",
        "{{ 'a'.split('') }}",
        "{{ 'a'.split(by=',') }}",
        "{{ 'a\\nb\\r\\nc\\x0bd'.splitlines() }} {{ 'a\\nb\\n'.splitlines(true) }} {{ ''.splitlines() }} {{ 'a\\n\\nb'.splitlines(keepends=True) }}",
        "{{ 'a-b-c'.partition('-') }} {{ 'a-b-c'.rpartition('-') }} {{ 'abc'.partition('-') }} {{ 'abc'.rpartition('-') }}",
        "{{ 'abcabc'.find('b', 2) }} {{ 'abcabc'.find('b', 2, 3) }} {{ 'éb'.find('b') }} {{ 'ab'.find('', 5) }} {{ 'ab'.find('', 2) }}",
        "{{ 'abcabc'.rfind('b') }} {{ 'abcabc'.rfind('b', 0, -3) }} {{ 'abc'.index('c') }} {{ 'abab'.rindex('a') }}",
        "{{ 'abc'.index('x') }}",
        "{{ 'abcabc'.count('b', 0, 3) }} {{ 'abc'.count('') }} {{ 'aaaa'.count('aa') }} {{ 'abc'.count('b', -1) }}",
        "{{ 'abc'.startswith('b', 1) }} {{ 'abc'.startswith(('x', 'a')) }} {{ 'abc'.endswith('b', 0, 2) }} {{ 'abc'.endswith(('x', 'c')) }}",
        "{{ 'abc'.startswith(1) }}",
        "{{ 'prefix_x'.removeprefix('prefix_') }} {{ 'x_s'.removesuffix('_s') }} {{ 'abc'.removeprefix('x') }} {{ 'a'.removesuffix('') }}",
        "{{ 'aXbX'.replace('X', '-', 1) }} {{ 'aXbX'.replace('X', '-') }}",
        "{{ 'a'.replace('a') }}",
        "{{ 'a'.center(4, '*') }} {{ 'ab'.center(5) }}| {{ 'a'.ljust(3, '.') }} {{ 'a'.rjust(3) }} {{ '-5'.zfill(4) }} {{ '5'.zfill(3) }} {{ '+'.zfill(3) }}",
        "{{ 'a'.ljust(3, 'xx') }}",
        "{{ 'aBcÉ'.swapcase() }} {{ 'Straße'.casefold() }} {{ 'straße'.upper() }} {{ 'ABC'.lower() }} {{ 'éa'.capitalize() }}",
        "{{ 'a\\x1c'.strip() }} {{ 'xaxx'.rstrip('x') }} {{ 'xax'.lstrip('x') }} {{ ' a '.strip('') }}| {{ ' a '.strip(none) }}",
        "{{ 'a'.strip(1) }}",
        "{{ 'a'.upper(1) }}",
        "{{ 'a'.strip(chars='a') }}",
        "{{ '\\u00b2'.isdigit() }} {{ '\\u00b2'.isdecimal() }} {{ '\\u00bd'.isnumeric() }} {{ '\\u0663'.isdigit() }} {{ ''.isdigit() }}",
        "{{ 'Ab Cd'.istitle() }} {{ 'AB'.istitle() }} {{ ''.isalpha() }} {{ 'é'.isalpha() }} {{ 'a1'.isalpha() }} {{ 'a1'.isalnum() }} {{ ' \\n'.isspace() }}",
        "{{ 'a1'.islower() }} {{ '1'.islower() }} {{ 'A'.isupper() }} {{ 'Aa'.isupper() }} {{ 'a'.isascii() }} {{ 'é'.isascii() }} {{ ''.isascii() }}",
        "{{ ', '.join(['a', 'b']) }} {{ '-'.join('abc') }}",
    ],
    "list and dict methods": [
        "{{ [1, 2, 1].count(1) }} {{ [1, 2, 1].index(1, 1) }} {{ (1, 2).count(2) }} {{ {'a': 1}.copy() }} {{ [1].copy() }} {{ (1, 2).index(2) }}",
        "{{ [1].index(2) }}",
        "{{ [1, 2].index(1, 1) }}",
        "{{ {'a': 1}.get('a') }} {{ {'a': 1}.get('b') }} {{ {'a': 1}.get('b', 2) }} {{ {'a': 1}.items()|list }} {{ {'a': 1}.keys()|list }}",
        "{{ {'a': 1}.get('b', default=2) }}",
        "{{ {}.get() }}",
        "{{ {}.keys(1) }}",
        "{{ [].clear() }}",
        "{{ {'a': 1}.popitem() }}",
    ],
    "list filters": [
        "{{ ['a', 'b']|join('-') }} {{ ['a', 'b']|join(d='-') }} {{ [{'n': 1}, {'n': 2}]|join(', ', attribute='n') }} {{ [[1, 2]]|join(attribute=1) }}",
        "{{ ['a']|join('-', 'n', 1) }}",
        "{{ ['a']|join(sep='-') }}",
        "{{ x|default('d') }} {{ ''|default('d', true) }} {{ ''|d('d', boolean=true) }} {{ 0|default('d') }} {{ x|default }}|",
        "{{ 'a'|default('b', false, 3) }}",
        "{{ [1, 2, 3]|select('gt', 1)|list }} {{ [0, 1]|select|list }} {{ [1, 2]|reject('odd')|list }} {{ [1, 2]|select('in', [2])|list }}",
        "{{ [1]|select('gt', 1, 2)|list }}",
        "{{ [1]|select('gt', other=1)|list }}",
        "{{ [{'a': 1}, {'a': 2}]|selectattr('a', 'eq', 2)|list }} {{ [{'a': 1}, {}]|rejectattr('a')|list }} {{ [{'a': {'b': 1}}]|selectattr('a.b')|list }}",
        "{{ [{}]|selectattr|list }}",
        "{{ [[1, 2]]|map('join', d='-')|list }} {{ [{'a': 1}, {}]|map(attribute='a', default='x')|list }} {{ ['a']|map('upper')|list }} {{ [[1, 2]]|map('join', '-')|list }}",
        "{{ [{'a': 1}]|map(attribute='a', x=1)|list }}",
        "{{ [1]|map|list }}",
        "{{ [1]|map('join', x=1)|list }}",
        "{{ [3, 1]|first }} {{ [3, 1]|last }} {{ 'abc'|reverse }} {{ [1, 2]|reverse|list }} {{ 'ab'|first }}",
        "{{ [3, 1]|first(2) }}",
        "{{ 'abc'|attr('upper')() }} {{ {'x': 1}|attr('x') is undefined }} {{ namespace(x=1)|attr('x') }} {{ {'x': 1}|attr('items')()|list }}",
        "{{ 'a'|attr }}",
        "{{ {1: 2}|items|list }} {{ 'ab'|list }} {{ [1, 2]|count }} {{ x|items|list }}",
        "{{ {}|items(1) }}",
    ],
    "order": [
        "{{ ['b', 'A', 'c']|sort }} {{ ['b', 'A']|sort(case_sensitive=true) }} {{ [1, 3, 2]|sort(true) }} {{ [{'a': 2}, {'a': 1}]|sort(attribute='a') }}",
        "{{ [{'a': 1, 'b': 2}, {'a': 1, 'b': 1}, {'a': 0, 'b': 9}]|sort(attribute='a,b') }} {{ [[2, 1], [1, 2]]|sort(attribute=1) }}",
        "{{ [1]|sort(by='a') }}",
        "{{ {'b': 1, 'a': 2}|dictsort }} {{ {'b': 1, 'a': 2}|dictsort(by='value') }} {{ {'b': 1, 'A': 2}|dictsort(true) }} {{ {'b': 1, 'a': 2}|dictsort(false, 'key', true) }}",
        "{{ {'b': 1}|dictsort(by='x') }}",
        "{{ ['b', 'B', 'a']|unique|list }} {{ ['b', 'B']|unique(true)|list }} {{ [{'a': 1}, {'a': 1}]|unique(attribute='a')|list }} {{ [1, 1.0, true]|unique|list }}",
        "{{ ['b', 'A', 'c']|max }} {{ ['b', 'A', 'c']|min }} {{ ['b', 'A']|min(case_sensitive=true) }} {{ ['a', 'B']|max(true) }} {{ []|max }}|{{ [{'a': 3}, {'a': 1}]|min(attribute='a') }} {{ [1, 1.0]|max }} {{ [1, 1.0]|min }}",
        "{{ [1]|max(key='a') }}",
        "{{ [1, 'a']|max }}",
    ],
    "groups": [
        "{{ [1, 2, 3]|batch(2)|list }} {{ [1, 2, 3]|batch(2, 'x')|list }} {{ []|batch(2)|list }} {{ [1, 2]|batch(linecount=2, fill_with=0)|list }} {{ [1]|batch(3, none)|list }}",
        "{{ [1]|batch }}",
        "{{ [1, 2, 3, 4, 5]|slice(2)|list }} {{ [1, 2, 3, 4, 5]|slice(3, 'x')|list }} {{ [1]|slice(3)|list }} {{ [1, 2, 3, 4]|slice(2, 'x')|list }}",
        "{{ [3, 1, 2]|sum(start=10) }} {{ [{'a': 1}, {'a': 2}]|sum('a') }} {{ [1.5, 2]|sum }} {{ [[1], [2]]|sum(start=[]) }} {{ []|sum }}",
        "{{ ['a']|sum(start='') }}",
        "{{ ['a', 'b']|sum }}",
        "{% for g in [{'r': 'b', 'n': 1}, {'r': 'a', 'n': 2}, {'r': 'B', 'n': 3}, {'n': 4}]|groupby('r', default='zz') %}{{ g.grouper }}={{ g.list|map(attribute='n')|list }};{{ g[0] }};{% endfor %}",
        "{% for g, l in [{'r': 'b'}, {'r': 'B'}]|groupby('r', case_sensitive=true) %}{{ g }}{{ l }};{% endfor %}{{ [{'r': 1}]|groupby('r') }}{{ []|groupby('r') }}",
        "{{ [{'r': 1}]|groupby }}",
    ],
    "tojson": [
        "{{ [1, {'a': 'é<'}]|tojson }} {{ ['é']|tojson(true) }} {{ ['é']|tojson(ensure_ascii=true) }} {{ [1e-7, 1e22, 1.0, none, true]|tojson }}",
        "{{ [1, 2]|tojson(indent=0) }} {{ [1, [2]]|tojson(indent=2) }} {{ {'b': 1, 'a': 2}|tojson(indent='\\t', sort_keys=true) }} {{ {'a': [], 'b': {}}|tojson(indent=1) }}",
        "{{ {'a': 1}|tojson(separators=(',', ':')) }} {{ [1, 2]|tojson(indent=1, separators=(';', '=')) }} {{ {'a': 1}|tojson(false, 2) }}",
        "{{ [1, 2]|tojson(separators=(',',)) }}",
        "{{ [1]|tojson(indents=2) }}",
    ],
    "tests": [
        "{{ '' is lower }} {{ '1' is lower }} {{ 'a1' is lower }} {{ 'A' is upper }} {{ 'Aa' is upper }}",
        "{{ none is sameas none }} {{ true is sameas true }} {{ 1 is sameas true }} {{ [] is sameas [] }} {{ x is sameas x }} {{ 1 is sameas 1 }}",
        "{{ 'upper' is filter }} {{ 'foo' is filter }} {{ 'odd' is test }} {{ 'foo' is test }} {{ 4 is divisibleby 2 }} {{ 4 is divisibleby(num=3) }}",
        "{{ 1 is eq 1 }} {{ 1 is ne(2) }} {{ 1 is lt 2 }} {{ 2 is ge 2 }} {{ 1 is in [1] }} {{ 1 is in(seq=[2]) }} {{ 2 is even }} {{ 2 is not odd }}",
        "{{ 4 is divisibleby }}",
        "{{ 'a' is eq(b='a') }}",
        "{{ 4 is even(2) }}",
        "{{ 4 is odd(x=2) }}",
        "{{ 4 is eq(1, 2) }}",
    ],
    "globals": [
        "{{ dict([('a', 1)]) }} {{ dict({'a': 1}, b=2) }} {{ namespace([('a', 1)]).a }} {{ namespace({'a': 1}, b=2).b }} {{ range(1, 6, 2)|list }}",
        "{{ dict({}, {}) }}",
        "{{ dict([1]) }}",
        "{{ range(3, stop=2) }}",
        "{{ range() }}",
        "{{ range(1, 2, 3, 4) }}",
    ],
    "loops": [
        "{% for i in [1, 1, 2] %}{{ loop.changed(i) }}{{ loop.depth }}{{ loop.depth0 }}{{ loop.cycle('a', 'b') }};{% endfor %}",
        "{% for i in [1, 2] %}{{ loop.changed(i, 'x') }}{% for j in [1, 1] %}{{ loop.changed(j) }}{{ loop.depth }}{% endfor %}{% endfor %}",
        "{% for n in [{'v': 1, 'c': [{'v': 2, 'c': []}, {'v': 3, 'c': []}]}] recursive %}[{{ loop.depth }}{{ loop.depth0 }}{{ n.v }}{% if n.c %}{{ loop(n.c) }}{% endif %}]{% else %}none{% endfor %}",
        "{% for n in [1] recursive %}{% set x = 5 %}{{ loop([]) }}{% else %}e{{ x }}{% endfor %}",
        "{% for n in [[1, [2]], 3] if n != 0 recursive %}{% if n is iterable %}({{ loop(n) }}){% else %}{{ n }}{% endif %}{% endfor %}",
        "{% for n in [1] %}{{ loop([]) }}{% endfor %}",
        "{% for n in [1] recursive %}{{ loop() }}{% endfor %}",
        "{% for n in [1] %}{{ loop.cycle() }}{% endfor %}",
        "{% for n in [1, 2, 3] %}{% if n == 2 %}{% continue %}{% endif %}{{ n }}{{ loop.previtem }}{{ loop.nextitem }}{{ loop.revindex }}{% endfor %}",
    ],
    "with": [
        "{% set a = 5 %}{% with a = 1, b = a %}{{ a }}{{ b }}{% set c = 3 %}{{ c }}{% endwith %}{{ a }}{{ b }}{{ c }}",
        "{% with %}x{% endwith %}{% with (a, b) = (1, 2) %}{{ a }}{{ b }}{% endwith %}{% with a = [1, 2] %}{{ a }}{% endwith %}",
        "{% for i in [1, 2] %}{% with j = i %}{% if j == 2 %}{% break %}{% endif %}{{ j }}{% endwith %}{% endfor %}",
        "{% with a %}{% endwith %}",
        "{% with a = 1 %}",
    ],
    "raw": [
        "  {% raw %}\n  {{ x }} {% if %} {# c #}\n  {% endraw %}\nafter",
        "a {%- raw -%} \n b {%- endraw -%} \n c",
        "a\n  {%+ raw %} {% raw %} {%+ endraw +%}\nb",
        "{%raw%}{% endraw{%endraw%}",
        "{% raw %}x",
    ],
    "macros": [
        "{% macro f(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ f(1) }}{{ f(1, 3) }}{{ f(b=1, a=2) }}{{ f() }}",
        "{% macro f(a) %}{{ a }}{% endmacro %}{{ f(b=1) }}",
        "{% macro f(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ f(1, 2, b=1) }}{{ f(1) }}",
        "{% macro f(a) %}{{ a }}{% endmacro %}{{ f(1, 2) }}",
        "{% macro f(a) %}{{ a }}{% endmacro %}{{ f(1, a=2) }}",
        "{% macro f(a) %}{{ x }}{{ i }}{% endmacro %}{% set x = 1 %}{% for i in [7] %}{% set x = 2 %}{{ f() }}{% endfor %}",
        "{% macro f(a) %}{{ a }}{% endmacro %}{% call f(1) %}x{% endcall %}",
        "{% macro f(a) %}{{ a }}{{ caller(3) }}{% endmacro %}{% call(n) f(1) %}x{{ n }}{% endcall %}",
        "{% macro f(a) %}{{ a }}{% endmacro %}{{ f(*[1]) }}",
        "{% macro f(a, b) %}{{ a }}{% endmacro %}{{ f(*[1], *[2]) }}",
        "{% set a = 1 %}{% macro f() %}{{ a }}{% endmacro %}{% for a in [2] %}{{ f() }}{% endfor %}",
    ],
}


def tojson(x, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def rendered(environment, source):
    try:
        return environment.from_string(source).render()
    except Exception:
        return None


def main():
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[jinja2.ext.loopcontrols]
    )
    environment.filters["tojson"] = tojson
    cases = [
        {"name": f"{group} {index}", "template": source, "output": rendered(environment, source)}
        for group, sources in TEMPLATES.items()
        for index, source in enumerate(sources)
    ]
    path = Path(__file__).with_suffix(".json")
    path.write_text(json.dumps({"jinja2": "3.1.6", "cases": cases}, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
