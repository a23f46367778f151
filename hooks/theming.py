"""The theme's templates, as builds and the preview read them."""

from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket

from rsmms.cache.store import Store, digest


class _Ours(FileSystemLoader):
    """Templates only: MkDocs lists the files of its theme for each language, and of the 14,000 of Material's the site has none."""

    def list_templates(self) -> list[str]:
        return []


class _Kept(BytecodeCache):
    """Templates that an earlier build has compiled."""

    def __init__(self, store: Store, code: str) -> None:
        self._store = store
        self._code = code

    def _key(self, bucket: Bucket) -> str:
        return digest([self._code, bucket.key, bucket.checksum])

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._store.get(self._key(bucket))
        if kept:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.put(self._key(bucket), bucket.bytecode_to_string())


def templates(theme: Any, store: Store, code: str) -> Environment:
    """Templates of a theme: they escape every text (titles and descriptions come from pull requests); markup made by the domain says that it is."""
    env: Environment = type(theme).get_env(theme)
    env.autoescape = True
    env.loader = _Ours(theme.dirs)
    env.bytecode_cache = _Kept(store, code)
    return env
