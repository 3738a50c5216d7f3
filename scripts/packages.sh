# shellcheck shell=bash disable=SC2034
# The Debian 12 packages that Storknest needs, in one place, and how the scripts fetch what is
# missing. Sourced by the other scripts; not a program of its own.

# To build the three programs.
packages_build=(
  g++ cmake ninja-build pkg-config ccache
  libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libsdl2-mixer-dev libpixman-1-dev
  libicu-dev libfmt-dev libcli11-dev rapidjson-dev libsqlite3-dev libpq-dev libboost-dev
  libisal-dev libsodium-dev libespeak-ng-dev libebur128-dev libopusenc-dev libsndfile1-dev
  libcairo2-dev libpango1.0-dev librsvg2-dev libxlsxwriter-dev
)
# To run them: the font and the voice's data.
packages_run=(fonts-sil-andika espeak-ng-data)
# To test them.
packages_test=(
  doctest-dev python3 python3-jsonschema clang-format libhunspell-dev hunspell hunspell-pl hunspell-lt
  xvfb xdotool xserver-xorg-core xserver-xorg-video-dummy xinput x11-xserver-utils
  hunspell-en-gb dpkg-dev file libfaketime shellcheck desktop-file-utils poppler-utils postgresql
  libglpk-dev
)
# For scripts/tidy, the fuzz preset, scripts/bench, scripts/make-sounds and
# scripts/make-statistics-golden.
packages_tidy=(clang clang-tidy clang-format)
packages_fuzz=(clang libclang-rt-dev)
packages_sounds=(python3 opus-tools)
packages_statistics=(r-base-core)
# For the campaign of scripts/soak that opens reports in a spreadsheet; 200 MB.
packages_office=(libreoffice-calc-nogui)
packages_plot=(gnuplot-nox)
packages_bench=(xvfb python3 libx11-dev libxext-dev libxtst-dev libxdamage-dev)

say() { printf '%s\n' "storknest: $*" >&2; }
fail() {
  say "$*"
  exit 2
}

# Prints those of its arguments that are not installed.
missing_packages() {
  local installed
  installed=" $(dpkg-query -W -f='${Package}:${db:Status-Status} ' "$@" 2>/dev/null || true)"
  local package
  for package in "$@"; do
    [[ $installed == *" $package:installed "* ]] || printf '%s ' "$package"
  done
}

# Installs what is missing of its arguments; one sentence and exit 2 if that cannot be done.
need() {
  command -v dpkg-query >/dev/null ||
    fail "This is not Debian; install by hand what README.md lists and build with CMake."
  local missing
  missing=$(missing_packages "$@")
  [[ -z $missing ]] && return 0
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null ||
      fail "Packages are missing and only an administrator may install them: apt-get install $missing"
    as_root=(sudo)
    sudo -n true 2>/dev/null || [[ -t 0 ]] ||
      fail "Packages are missing and sudo cannot ask for a password here: sudo apt-get install $missing"
  fi
  say "installing from Debian: $missing"
  # "Any error" because apt-get update alone calls a missing network a warning.
  "${as_root[@]}" apt-get -o APT::Update::Error-Mode=any -o Acquire::Retries=2 update ||
    fail "The package lists cannot be fetched; is there a network? Missing: $missing"
  # shellcheck disable=SC2086 # a list of words on purpose
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
    $missing || fail "These packages could not be installed: $missing"
}
