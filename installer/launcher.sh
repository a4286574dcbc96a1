#!/bin/sh
# Starts certassist with a locale in which Chinese arguments and file names survive.
# Shell built-ins only, except for a symbolic link: there may be nothing on the path.
me=$0
[ -L "$me" ] && me=$(/usr/bin/readlink -f "$me" || /bin/readlink -f "$me")
case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
  C | POSIX | *.ISO* | *.iso* | *.ANSI*) export LC_ALL=C.UTF-8 ;;
esac
exec "${me%/*}/certassist-java" "$@"
