#!/bin/sh
# Starts certassist with a locale in which Chinese arguments and file names survive.
# Shell built-ins only, except for a symbolic link: there may be nothing on the path.
# A closed stream's number would go to the next file that Java opens: a PIN must not be read from it.
(: 9<&0) 2> /dev/null || exec < /dev/null
(: 9>&1) 2> /dev/null || exec > /dev/null
(: 9>&2) 2> /dev/null || exec 2> /dev/null
if ! [ . -ef "${PWD:-/nonexistent}" ]; then
  echo "certassist: 当前文件夹已经不在了，先 cd 到别的文件夹。The current folder is gone; cd to another one first." >&2
  exit 2
fi
me=$0
[ -L "$me" ] && me=$(/usr/bin/readlink -f "$me" || /bin/readlink -f "$me")
# Asked of the system, because a locale may be named that is not installed.
[ "$(/usr/bin/locale charmap 2> /dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
exec "${me%/*}/certassist-java" "$@"
