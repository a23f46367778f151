"""YAML texts as people type them, for property tests: every style, comments, line ends, byte order mark, tabs."""

from random import Random
from typing import Any

from hypothesis import strategies as st

WORDS = st.sampled_from([
    "Lomé", "syndicat", "ƒe", "yes", "no", "117", "+22822213334", "2024", "2026-11-22", "1e3", "~", "null", "a: b", "c #d", "'q'", '"dq"', "«\u00a0x\u00a0»",
])  # fmt: skip
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=40).map(" ".join),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30),
)
KEYS = st.sampled_from(["id", "name", "fr", "source", "checked", "values", "x", "2020", "note", "no"])
VALUES = st.recursive(
    st.one_of(TEXTS, st.integers(-10**9, 10**9), st.dates(), st.booleans(), st.floats(-1e9, 1e9).map(lambda f: round(f, 3))),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=8,
)
"""What somebody may want to write."""
_TYPED = st.one_of(WORDS, st.lists(st.sampled_from(["un", "deux", "d’aide", "migrants", "ŋutɔ"]), min_size=1, max_size=30).map(" ".join))
_TREES = st.recursive(
    _TYPED, lambda inner: st.one_of(st.lists(inner, min_size=1, max_size=4), st.dictionaries(KEYS, inner, min_size=1, max_size=5)), max_leaves=14,
)  # fmt: skip


def _comment(chance: Random) -> str:
    return chance.choice(["", "", "  # remarque", "\t# tab: 'x'", " #"])


def _line(text: str, chance: Random, *, flow: bool) -> str:
    styles = [f'"{text}"'.replace('"dq"', "dq"), "'" + text.replace("'", "''") + "'"]
    plain = not flow and ": " not in text and " #" not in text and text[:1].isalnum() and not text.endswith(":")
    return chance.choice([*styles, text, text] if plain else styles)


def _flow(tree: Any, chance: Random) -> str:
    gap = chance.choice(["", " "])
    if isinstance(tree, dict):
        return "{" + gap + ", ".join(f"{key}: {_flow(value, chance)}" for key, value in tree.items()) + gap + "}"
    if isinstance(tree, list):
        return "[" + gap + ", ".join(_flow(value, chance) for value in tree) + gap + "]"
    return _line(tree, chance, flow=True)


def _after(tree: Any, indent: int, chance: Random) -> list[str]:
    """What follows a colon, and the lines below."""
    pad = " " * (indent + 2)
    if not isinstance(tree, str) and chance.random() < 0.2:
        return [" " + _flow(tree, chance) + _comment(chance)]
    if isinstance(tree, dict):
        return [_comment(chance), *_mapping(tree, indent + 2, chance)]
    if isinstance(tree, list):
        return [_comment(chance), *_list(tree, indent + chance.choice([0, 2]) if indent >= 0 else 0, chance)]
    if chance.random() < 0.3 and "  " not in tree:
        half = len(tree) // 2
        cut = tree.find(" ", half)
        lines = [tree] if cut < 0 else [tree[:cut], tree[cut + 1 :]]
        return [chance.choice([" >-", " >", " |-", " >-  # pli"]), *(pad + line for line in lines)]
    return [" " + _line(tree, chance, flow=False) + _comment(chance)]


def _mapping(tree: dict[str, Any], indent: int, chance: Random) -> list[str]:
    lines: list[str] = []
    for key, value in tree.items():
        if chance.random() < 0.2:
            lines.append(" " * chance.choice([indent, 0]) + "# « avant » : " + key)
        first, *rest = _after(value, indent, chance)
        lines += [" " * indent + key + ":" + first, *rest]
        if chance.random() < 0.1:
            lines.append("")
    return lines


def _list(tree: list[Any], indent: int, chance: Random) -> list[str]:
    lines: list[str] = []
    for value in tree:
        if chance.random() < 0.2:
            lines.append(" " * indent + "# - not an item")
        if isinstance(value, dict) and chance.random() < 0.9:
            first, *rest = _mapping({key: value[key] for key in value}, indent + 2, Random(chance.random()))
            while first.lstrip().startswith("#") or not first.strip():
                lines.append(first)
                first, *rest = rest
            lines += [" " * indent + "- " + first.lstrip(), *rest]
        else:
            first, *rest = _after(value, indent, chance) if isinstance(value, str) else [" " + _flow(value, chance)]
            lines += [" " * indent + "-" + first, *rest]
    return lines


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A file that somebody typed."""
    tree = draw(st.dictionaries(KEYS, _TREES, min_size=1, max_size=5))
    chance = Random(draw(st.integers(0, 2**32)))
    lines = ["# yaml", *_mapping(tree, 0, chance)]
    text = "\n".join(lines) + chance.choice(["\n", "" if ":" in lines[-1] else "\n", "\n\n", "\n# fin\n"])
    text = chance.choice(["", "---\n"]) + text
    return chance.choice(["", "\ufeff"]) + (text.replace("\n", "\r\n") if chance.random() < 0.3 else text)
