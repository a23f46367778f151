"""A page's drawing commands without the marks that tie them to a tree of tags, in one pass over the bytes.

pikepdf reads each command with its operands as Python objects, which took two thirds of the time of a booklet to staple.
"""

import re

_INSIDE = rb"(?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)"
"""The rest of a text in round brackets, with pairs of brackets inside up to the third level."""
_NAME = rb"[^\s()<>\[\]{}/%]+"
_OTHER = rb"\(" + _INSIDE + rb"|<[0-9A-Fa-f\s]*>|[^<>()]"
_VALUES = rb"<<(?:<<(?:" + _OTHER + rb")*>>|" + _OTHER + rb")*>>"
_MARK = _NAME + rb"\s*(?:(BMC)|MP|(?:" + _VALUES + rb"|/" + _NAME + rb")\s*(?:(BDC)|DP))(?=[\s\[(/<]|\Z)"
_STEP = re.compile(rb"[(/E](?:(?<=\()(" + _INSIDE + rb")|(?<=/)" + _MARK + rb"|(?<=[\s)\]>]E)(MC)(?=[\s\[(/<]|\Z))", re.DOTALL)
"""A text, which is left as it is, or a mark. The first sign alone decides, so that most bytes are only passed over."""
_STRANGE = (b"\nBI", b" BI", b"\n%", b" %")
"""How a picture inside the commands, or a comment, may begin: Typst writes neither. In a text these signs only cost time."""


def unmarked(commands: bytes) -> bytes | None:
    """The commands without marks; ``None`` if they are not in the plain form that Typst writes, so that somebody else has to read them."""
    open_marks = 0

    def kept(found: re.Match[bytes]) -> bytes:
        nonlocal open_marks
        if found[1] is not None:
            return found[0]
        open_marks += (found[2] or found[3]) is not None
        open_marks -= found[4] is not None
        return b"\n"  # a name may stand right behind another command: ``BT/Span … BDC 0 Tr``

    left = _STEP.sub(kept, commands)
    return None if open_marks or any(sign in left for sign in _STRANGE) else left
