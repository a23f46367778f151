#!/bin/sh
# Babel 2.18.0 and 2.19.0: the same French catalogue has two plural forms, then three, so PO files of before no longer fit.
#
# CLDR has a category "many" for French (1 000 000 de…). Babel 2.19 takes it into the Plural-Forms of gettext catalogues; xgettext, Poedit
# and Weblate still write nplurals=2 for French. A catalogue made by one and filled in by the other has messages with too few msgstr[…].
#
# Seen: "2.18.0: nplurals=2", "2.19.0: nplurals=3". Expected from a minor release: the same header. Our PO files hold no plurals.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
for version in 2.18.0 2.19.0; do
    "$folder/venv/bin/pip" install --quiet "babel==$version"
    "$folder/venv/bin/python" -c "
import babel
from babel.messages.catalog import Catalog
print(f'{babel.__version__}: nplurals={Catalog(locale=\"fr\").num_plurals}')" | tee -a "$folder/told"
done
printf '2.18.0: nplurals=2\n2.19.0: nplurals=3\n' | cmp - "$folder/told"
