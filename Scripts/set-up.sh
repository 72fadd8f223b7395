#!/usr/bin/env bash
# Checks for what a build needs: Swift, and on Linux the SQLite library with its header. Installs
# the library through apt-get where that needs no password; stops with the command to type where
# it does. Says nothing when all is there.
set -euo pipefail

readonly least_swift=6.2
readonly package=libsqlite3-dev

main() {
  require_swift
  [[ "$(uname -s)" == Darwin ]] && return # SQLite is part of macOS.
  sqlite_is_there || install_sqlite
}

require_swift() {
  command -v swift >/dev/null || stop \
    "Swift is missing. Tocsin needs Swift $least_swift or newer." \
    "Install it as https://www.swift.org/install says, then type 'make' again."
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*[0-9]\).*/\1/p') || true
  [[ -n "$version" ]] || stop \
    "'swift --version' does not say which version this is. Tocsin needs $least_swift or newer." \
    "Try that command by itself, and mend what it complains of."
  [[ "$(printf '%s\n' "$least_swift" "$version" | sort -V | head -n 1)" == "$least_swift" ]] || stop \
    "This is Swift $version. Tocsin needs Swift $least_swift or newer." \
    "Install it as https://www.swift.org/install says, then type 'make' again."
}

# Compiles and links a program of one line: a package may be there and be of no use.
sqlite_is_there() {
  local compiler
  compiler=$(command -v clang || command -v cc) || {
    [[ -e /usr/include/sqlite3.h ]]
    return
  }
  echo '#include <sqlite3.h>
    int main(void) { return sqlite3_libversion_number() == 0; }' |
    "$compiler" -x c - -lsqlite3 -o /dev/null 2>/dev/null
}

install_sqlite() {
  local install=(apt-get install -y "$package")
  command -v apt-get >/dev/null || stop \
    "The SQLite library or its header (sqlite3.h) is missing, and there is no apt-get here." \
    "Install it with this system's own tool (Fedora: dnf install sqlite-devel), then 'make' again."
  local rights=()
  if [[ "$(id -u)" != 0 ]]; then
    rights=(sudo)
    { command -v sudo >/dev/null && sudo -n true 2>/dev/null; } || stop \
      "The SQLite library or its header (sqlite3.h) is missing. Please type:" \
      "    sudo apt-get update && sudo ${install[*]}" \
      "and then 'make' again."
  fi
  echo "Installing $package, the SQLite library and its header, through apt-get ..."
  # A machine that never fetched the lists of packages, or fetched them long ago, needs them first.
  as_root "${install[@]}" || { as_root apt-get update && as_root "${install[@]}"; } || {
    tail -n 5 "$log" >&2
    stop "apt-get could not install $package. Please type, and see what it says:" \
      "    ${rights[*]:+sudo }apt-get update && ${rights[*]:+sudo }${install[*]}"
  }
  sqlite_is_there || stop \
    "$package is installed, yet a program that uses sqlite3.h still does not compile." \
    "Please see what this says:" \
    "    echo '#include <sqlite3.h>' | clang -x c -fsyntax-only -"
}

# Runs a command with root's rights, without questions; its words go to the log.
as_root() {
  "${rights[@]}" env DEBIAN_FRONTEND=noninteractive "$@" </dev/null >"$log" 2>&1
}

# Says why, on standard error, and ends.
stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
main
