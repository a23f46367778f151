"""Relative addresses, as a browser reads them."""


def resolve(base: str, path: str) -> str:
    """A relative address from the site's root.

    >>> resolve("en/pays/togo/", "../../contacts/togo/"), resolve("pays/", "./"), resolve("", "./")
    ('en/contacts/togo/', 'pays/', '')
    """
    folders = [] if path.startswith("/") else base.split("/")[:-1]
    *steps, last = path.split("/")
    for step in (*steps, last if last in (".", "..") else ""):
        if step == "..":
            folders = folders[:-1]
        elif step not in ("", "."):
            folders.append(step)
    name = "" if last in (".", "..") else last
    return "".join(f"{folder}/" for folder in folders) + name
