# Sourced by scripts/demo and scripts/test: goes to the repository, checks the toolchain, and
# installs Debian packages that are missing. Quick when nothing is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build_packages=(pkg-config libsqlite3-dev libmosquitto-dev libmicrohttpd-dev libcurl4-openssl-dev libssl-dev zlib1g-dev libzstd-dev)

if ! command -v swift >/dev/null; then
    echo "error: no Swift toolchain in PATH; install Swift 6.2 or newer (swift.org/install), then run this again" >&2
    exit 1
fi

# Installs those of the named packages that are not there. With --optional, what can't be
# installed is left out with a word on what that costs.
install_packages() {
    local optional=
    if [ "$1" = --optional ]; then optional=1; shift; fi
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local sudo=
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            sudo="sudo -n"
        else
            explain "${optional}" "${missing[@]}"
            return $?
        fi
    fi
    if ! command -v apt-get >/dev/null; then
        explain "${optional}" "${missing[@]}"
        return $?
    fi
    echo "Installing ${missing[*]} ..." >&2
    local log
    log=$(mktemp)
    if ! { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
        tail -5 "$log" >&2
        rm -f "$log"
        explain "${optional}" "${missing[@]}"
        return $?
    fi
    rm -f "$log"
}

explain() {
    local optional=$1
    shift
    if [ -n "$optional" ]; then
        echo "note: could not install $*; the tests that need them will be skipped" >&2
        return 0
    fi
    echo "error: these packages are needed and can't be installed from here: $*" >&2
    echo "       As root on Debian or Ubuntu: apt-get install $*" >&2
    return 1
}

build_flags=(-c release --explicit-target-dependency-import-check error)
