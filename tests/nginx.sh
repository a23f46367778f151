#!/bin/sh
# Finds the web servers of the tests of deploy/, or installs Debian's when this is allowed. Says why when it cannot.
missing=""
command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] || missing="nginx-light"
[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing="$missing libnginx-mod-http-brotli-static"
command -v caddy >/dev/null 2>&1 || missing="$missing caddy"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Debian's $missing for the tests of deploy/…"
    # No server is started: the tests start their own on a free port.
    [ -e /usr/sbin/policy-rc.d ] || { printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d; chmod +x /usr/sbin/policy-rc.d; ours=1; }
    # shellcheck disable=SC2086
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    code=$?
    [ -n "$ours" ] && rm -f /usr/sbin/policy-rc.d
    [ $code = 0 ] || echo "They could not be installed; the tests of deploy/ are left out." >&2
    exit 0
fi
echo "Not found: $missing. Install (Debian: apt-get install $missing); without, the tests of deploy/ are left out." >&2
exit 0
