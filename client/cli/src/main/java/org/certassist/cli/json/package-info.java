/// The shapes of `--json` output; names here are promises to other programs (docs/cli.md) and are
/// never changed.
@NullMarked
package org.certassist.cli.json;

import org.jspecify.annotations.NullMarked;
