#!/bin/sh
# distributed 2026.8.0 (and dask 2026.8.0): `as_completed(futures)` does not ask the futures whose client they are.
#
# A client that is not the default one (`set_as_default=False`, as a library should open it) gives futures that know it
# (`future.client`), and `future.result()` works; but `as_completed` on those futures looks for a default client and stops with
# "No clients found". The way round, not in its documentation's examples: `as_completed(futures, loop=client.loop)`.
#
# Seen on 2026-12-01:
#   future knows its client: True
#   result: 2
#   as_completed(futures): ValueError: No clients found
#   as_completed(futures, loop=client.loop): [2]
#
# Exits with 1 when that changes.
set -e
aside=$(mktemp -d)
trap 'rm -rf "$aside"' EXIT
python3 -m venv "$aside/venv"
"$aside/venv/bin/pip" install --quiet dask==2026.8.0 distributed==2026.8.0
cat > "$aside/seen.py" <<'PY'
from distributed import Client, LocalCluster, as_completed

if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        with Client(cluster, set_as_default=False) as client:
            futures = [client.submit(abs, -2)]
            print("future knows its client:", futures[0].client is client)
            print("result:", futures[0].result())
            try:
                found = [future.result() for future in as_completed(futures)]
                print("as_completed(futures):", found)
            except ValueError as error:
                print("as_completed(futures): ValueError:", str(error).splitlines()[0])
            print("as_completed(futures, loop=client.loop):", [f.result() for f in as_completed(futures, loop=client.loop)])
PY
"$aside/venv/bin/python" "$aside/seen.py" | tee "$aside/said"
grep -q "as_completed(futures): ValueError: No clients found" "$aside/said" && grep -q "loop=client.loop): \[2\]" "$aside/said"
